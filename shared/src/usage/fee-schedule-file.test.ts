import { describe, expect, it } from 'vitest';
import schedulesFile from '../../../drizzle/reference/fee-schedules.json';
import { type FeeScheduleFile, feeScheduleFileSchema, readFeeSchedules } from './fee-schedule-file';

const file = feeScheduleFileSchema.parse(schedulesFile);

/** The file with one thing in it spoiled. */
function spoiled(spoil: (copy: FeeScheduleFile) => void): FeeScheduleFile {
  const copy = structuredClone(file);
  spoil(copy);
  return copy;
}

function at<T>(list: readonly T[], index: number): T {
  const item = list.at(index);
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
}

describe('readFeeSchedules', () => {
  it('reads the file, by day', () => {
    const reading = readFeeSchedules(schedulesFile);
    expect(reading.ok && reading.schedules.map(({ id }) => id)).toEqual([
      'epa-2005-01-01',
      'epa-2006-07-01',
      'epa-2010-03-16',
      'epa-2012-04-01',
      'epa-2013-04-01',
      'epa-2013-12-01',
      'epa-2015-04-01',
      'epa-2020-01-01',
    ]);
  });

  it('names no source in vain', () => {
    const named = new Set(file.facts.map(({ source }) => source));
    expect(Object.keys(file.sources).filter((key) => !named.has(key))).toEqual([]);
  });

  it.each<[string, (copy: FeeScheduleFile) => void, string]>([
    [
      'a changed value',
      (copy) => {
        at(copy.schedules, -1).pageCents = 11;
      },
      'The schedule epa-2020-01-01 has another pageCents than the fact from 2012-04-01.',
    ],
    [
      'a missing fact',
      (copy) => {
        copy.facts = copy.facts.filter(({ term }) => term !== 'capPages');
      },
      'No fact is behind capPages of the schedule epa-2005-01-01.',
    ],
    [
      'a fact of no schedule',
      (copy) => {
        at(copy.facts, 0).from = '2005-01-02';
      },
      'begins on a day on which no schedule does',
    ],
    [
      'a fact without a source',
      (copy) => {
        at(copy.facts, 0).source = null;
      },
      'does not say where it is from',
    ],
    [
      'an unknown source',
      (copy) => {
        at(copy.facts, 0).source = 'hearsay';
      },
      'names the source hearsay',
    ],
    [
      'a value that does not fit',
      (copy) => {
        at(copy.facts, 0).value = 'eight';
      },
      'has a value that does not fit',
    ],
    [
      'a gap',
      (copy) => {
        at(copy.schedules, 0).to = '2006-06-29';
      },
      'No fee schedule is in force from 2006-06-30 to 2006-06-30',
    ],
    [
      'half a cent',
      (copy) => {
        at(copy.schedules, 0).pageCents = 7.5;
      },
      'a wrong schedules.0.pageCents',
    ],
  ])('refuses %s', (_, spoil, message) => {
    const reading = readFeeSchedules(spoiled(spoil));
    expect(reading.ok ? '' : reading.message).toContain(message);
  });

  it('refuses what is no such file', () => {
    expect(readFeeSchedules(null).ok).toBe(false);
    expect(readFeeSchedules({ schedules: [] }).ok).toBe(false);
  });
});
