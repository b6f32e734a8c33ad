import { describe, expect, it } from 'vitest';
import type { LinkageRow } from '../ui/linkages';
import {
  emptyValues,
  type LinkageValues,
  linkageProblems,
  toCorrectInput,
  toPreviewInput,
  toSetInput,
  validate,
  valuesOf,
} from './linkageInput';

const zone = 'America/Chicago';
const typed = (values: Partial<LinkageValues>): LinkageValues => ({
  ...emptyValues,
  account: '2000006',
  firstDay: '2025-01-01',
  ...values,
});

const linkage = {
  id: 'linkage-id',
  from: '2025-01-01T06:00:00.123Z',
  until: '2025-07-01T05:00:00.000Z',
  costCenter: 'Tax',
  remark: null,
  version: 3,
  account: { accountNumber: '2000006' },
} as LinkageRow;

describe('the form of an interval', () => {
  it.each<[string, Partial<LinkageValues>, string | null, string | null]>([
    ['a first day alone', {}, null, null],
    ['no first day', { firstDay: '' }, 'Enter the first day, with a year of four digits.', null],
    [
      'a year of five digits',
      { firstDay: '20250-01-01' },
      'Enter the first day, with a year of four digits.',
      null,
    ],
    ['one day', { lastDay: '2025-01-01' }, null, null],
    [
      'a last day before the first',
      { lastDay: '2024-12-31' },
      null,
      'The interval must end after it begins.',
    ],
    [
      'a time without a last day',
      { lastTime: '12:00' },
      null,
      'Enter the day on which it ends at that time.',
    ],
    [
      'an end before the beginning on one day',
      { firstTime: '12:00', lastDay: '2025-01-01', lastTime: '11:00' },
      null,
      'The interval must end after it begins.',
    ],
  ])('%s', (_, values, first, last) => {
    const all = typed(values);
    expect(validate.firstDay(all.firstDay)).toBe(first);
    expect(validate.lastDay(all.lastDay, all)).toBe(last);
  });

  it('is sent with its days in the zone', () =>
    expect(toSetInput('1000001', typed({ lastDay: '2025-06-30', costCenter: ' Tax ' }), zone, 'k')).toEqual({
      account: '2000006',
      firm: '1000001',
      from: '2025-01-01T06:00:00.000Z',
      until: '2025-07-01T05:00:00.000Z',
      costCenter: 'Tax',
      remark: null,
      idempotencyKey: 'k',
    }));

  it('begins with the interval there is, and sends only the times that were changed', () => {
    const values = valuesOf(linkage, zone);
    expect(values).toMatchObject({
      firstDay: '2025-01-01',
      lastDay: '2025-06-30',
      lastTime: '',
      costCenter: 'Tax',
    });
    const same = {
      linkage: 'linkage-id',
      expectedVersion: 3,
      costCenter: 'Tax',
      remark: null,
      idempotencyKey: 'k',
    };
    expect(toCorrectInput(linkage, values, zone, 'k')).toEqual(same);
    expect(toCorrectInput(linkage, { ...values, lastDay: '' }, zone, 'k')).toEqual({ ...same, until: null });
    expect(toCorrectInput(linkage, { ...values, firstTime: '12:00' }, zone, 'k')).toEqual({
      ...same,
      from: '2025-01-01T18:00:00.000Z',
    });
  });

  it('asks for a preview once it can', () => {
    expect(toPreviewInput('1000001', typed({ account: '' }), zone)).toBeNull();
    expect(toPreviewInput('1000001', typed({ firstDay: '' }), zone)).toBeNull();
    expect(toPreviewInput('1000001', typed({}), zone)).toEqual({
      account: '2000006',
      firm: '1000001',
      from: '2025-01-01T06:00:00.000Z',
      until: null,
      costCenter: null,
    });
    expect(toPreviewInput('1000001', valuesOf(linkage, zone), zone, linkage)).toEqual({
      linkage: 'linkage-id',
      costCenter: 'Tax',
    });
  });

  it('shows refusals where they are mended', () =>
    expect(
      linkageProblems([
        { message: 'a', field: ['input', 'from'] },
        { message: 'b', field: ['input', 'until'] },
        { message: 'c', field: ['input', 'account'] },
        { message: 'd', field: ['input', 'expectedVersion'] },
      ]),
    ).toEqual([
      { message: 'a', field: 'firstDay' },
      { message: 'b', field: 'lastDay' },
      { message: 'c', field: 'account' },
      { message: 'd', field: undefined },
    ]));
});
