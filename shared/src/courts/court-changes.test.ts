import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import courtsFile from '../../../drizzle/reference/courts.json';
import type { Court, StoredCourt } from './court';
import { applyCourtChanges, clashingLookupId, courtChanges, suspiciousChange } from './court-changes';
import { courtsOf } from './fixtures/courts-of';

const { all: referenceCourts, byId: referenceCourt } = courtsOf(courtsFile);

const inService = (court: Court): StoredCourt => ({ ...court, retiredOn: null });
const mowd = inService(referenceCourt('mowd'));
const mowb = inService(referenceCourt('mowb'));
/** A court as the feed has it. */
const fed = (court: Court, fields: Partial<Court> = {}): Court => {
  const { retiredOn: _, ...rest } = { retiredOn: null, ...court };
  return { ...rest, citation: null, nextGenSince: null, ...fields };
};
const none = { added: [], changed: [], retired: [], reinstated: [] };

describe('courtChanges', () => {
  it('finds nothing where only what the feed cannot know differs', () => {
    expect(courtChanges([mowd, mowb], [fed(mowd), fed(mowb)])).toEqual({ ...none, unchanged: 2 });
  });

  it('finds nothing where the keys of an office stand in another order', () => {
    const offices = mowd.offices.map(({ name, ...rest }) => ({ ...rest, name }));
    expect(courtChanges([{ ...mowd, offices }], [fed(mowd)]).unchanged).toBe(1);
  });

  it('adds, and retires', () => {
    expect(courtChanges([mowd], [fed(mowb)])).toEqual({
      ...none,
      added: [fed(mowb)],
      retired: [{ id: 'mowd', lookupId: 'MOWDC', title: 'Missouri Western District Court' }],
      unchanged: 0,
    });
  });

  it('names each field that changes, and keeps citation and NextGen date', () => {
    const { changed, unchanged } = courtChanges([mowd], [fed(mowd, { nextGen: false, helpDeskPhones: [] })]);
    expect(unchanged).toBe(0);
    expect(changed).toEqual([
      {
        id: 'mowd',
        fields: [
          { name: 'nextGen', before: true, after: false },
          { name: 'helpDeskPhones', before: ['800-466-9302'], after: [] },
        ],
        court: expect.objectContaining({ citation: 'W.D. Mo.', nextGenSince: '2018-04-23', nextGen: false }),
      },
    ]);
  });

  it('takes a citation or a date that a feed does give', () => {
    const { changed } = courtChanges([mowd], [fed(mowd, { citation: 'W. D. Mo.' })]);
    expect(changed[0]?.fields).toEqual([{ name: 'citation', before: 'W.D. Mo.', after: 'W. D. Mo.' }]);
  });

  it('leaves a retired court alone, and reinstates it when it is back', () => {
    const retired = { ...mowd, retiredOn: '2024-01-01' };
    expect(courtChanges([retired], [])).toEqual({ ...none, unchanged: 0 });
    const back = courtChanges([retired], [fed(mowd, { name: 'W.D. of Missouri' })]);
    expect(back.reinstated).toEqual([{ id: 'mowd', title: mowd.title }]);
    expect(back.changed.map(({ id }) => id)).toEqual(['mowd']);
    expect(applyCourtChanges([retired], back, '2025-01-01')).toMatchObject([
      { name: 'W.D. of Missouri', retiredOn: null },
    ]);
  });

  const few = referenceCourts.slice(0, 8);
  const edited = (court: Court): fc.Arbitrary<Court> =>
    fc
      .record({
        title: fc.constantFrom(court.title, 'Another title'),
        nextGen: fc.boolean(),
        states: fc.constantFrom(court.states, []),
        citation: fc.constantFrom(null, 'Another cite'),
        offices: fc.constantFrom(court.offices, []),
      })
      .map((fields) => ({ ...fed(court), ...fields }));
  const someOf = <T>(make: (court: Court) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
    fc.subarray(few).chain((courts) => fc.tuple(...courts.map(make)));
  const stored = someOf((court) =>
    fc
      .tuple(edited(court), fc.constantFrom(null, '2020-01-01'))
      .map(([one, retiredOn]): StoredCourt => ({ ...one, retiredOn })),
  );

  it('leaves nothing to do once applied, and the feed’s courts in service', () => {
    fc.assert(
      fc.property(stored, someOf(edited), (current, feed) => {
        const changes = courtChanges(current, feed);
        const after = applyCourtChanges(current, changes, '2026-01-01');
        expect(courtChanges(after, feed)).toEqual({ ...none, unchanged: feed.length });
        const serving = after.filter((court) => court.retiredOn === null).map((court) => court.id);
        expect(serving.sort()).toEqual(feed.map((court) => court.id).sort());
        expect(new Set(after.map((court) => court.id)).size).toBe(after.length);
        expect(current.every(({ id }) => after.some((court) => court.id === id))).toBe(true);
      }),
    );
  });
});

describe('suspiciousChange', () => {
  const retiring = (count: number) => ({ retired: few(count) });
  const few = (count: number) =>
    referenceCourts.slice(0, count).map(({ id, lookupId, title }) => ({ id, lookupId, title }));
  it.each([
    [0, 207, false],
    [20, 207, false],
    [21, 207, true],
    [1, 10, false],
    [1, 9, true],
    [0, 0, false],
  ])('retiring %i of %i: %s', (count, of, suspicious) => {
    expect(suspiciousChange(retiring(count), of) !== null).toBe(suspicious);
  });

  it('says how many', () => {
    expect(suspiciousChange(retiring(207), 207)).toContain('207 of 207');
  });
});

describe('clashingLookupId', () => {
  it('refuses another id for a lookup id of ours', () => {
    expect(clashingLookupId([mowd], [fed(mowd, { id: 'mowx' })])).toContain(
      'MOWDC the court id mowx; here it is mowd',
    );
    expect(clashingLookupId([mowd], [fed(mowd), fed(mowb)])).toBeNull();
  });
});
