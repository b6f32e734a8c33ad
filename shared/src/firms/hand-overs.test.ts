import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkage, person } from './fixtures/linkages-of';
import { handOvers } from './hand-overs';
import { type Linkage, responsibleAt } from './payer';

const told = (before: readonly Linkage[], after: readonly Linkage[]) =>
  handOvers(person, before, after).map(({ startsAt, endsAt, from, to }) => [
    startsAt.toISOString().slice(0, 10),
    endsAt?.toISOString().slice(0, 10) ?? null,
    from.payerId,
    to.payerId,
  ]);
const at = (payer: string, from: string, until: string | null, costCenter?: string) =>
  linkage(payer, `${from}T00:00`, until && `${until}T00:00`, costCenter);

describe('handOvers', () => {
  const year = at('firm', '2024-01-01', '2025-01-01');

  it.each<[string, Linkage[], Linkage[], unknown[]]>([
    ['nothing changed', [year], [year], []],
    ['an interval set', [], [year], [['2024-01-01', '2025-01-01', person, 'firm']]],
    ['one without end set', [], [at('firm', '2024-01-01', null)], [['2024-01-01', null, person, 'firm']]],
    ['an interval removed', [year], [], [['2024-01-01', '2025-01-01', 'firm', person]]],
    [
      'one that begins earlier',
      [year],
      [at('firm', '2023-07-01', '2025-01-01')],
      [['2023-07-01', '2024-01-01', person, 'firm']],
    ],
    [
      'one that begins later',
      [year],
      [at('firm', '2024-02-01', '2025-01-01')],
      [['2024-01-01', '2024-02-01', 'firm', person]],
    ],
    [
      'one that ends earlier, and never ended before',
      [at('firm', '2024-01-01', null)],
      [year],
      [['2025-01-01', null, 'firm', person]],
    ],
    [
      'one moved to where it was not',
      [year],
      [at('firm', '2025-06-01', '2025-07-01')],
      [
        ['2024-01-01', '2025-01-01', 'firm', person],
        ['2025-06-01', '2025-07-01', person, 'firm'],
      ],
    ],
    [
      'a border between two firms moved',
      [at('a', '2024-01-01', '2024-06-01'), at('b', '2024-06-01', null)],
      [at('a', '2024-01-01', '2024-08-01'), at('b', '2024-08-01', null)],
      [['2024-06-01', '2024-08-01', 'b', 'a']],
    ],
    [
      'the same stretch from two intervals in place of one',
      [year],
      [at('firm', '2024-01-01', '2024-06-01'), at('firm', '2024-06-01', '2025-01-01')],
      [],
    ],
    [
      'a stretch that passes over a border of others is one stretch',
      [],
      [at('firm', '2024-01-01', '2024-06-01'), at('firm', '2024-06-01', '2025-01-01')],
      [['2024-01-01', '2025-01-01', person, 'firm']],
    ],
    [
      'another cost center changes hands within the firm',
      [year],
      [at('firm', '2024-01-01', '2025-01-01', 'Tax')],
      [['2024-01-01', '2025-01-01', 'firm', 'firm']],
    ],
  ])('%s', (_, before, after, expected) => expect(told(before, after)).toEqual(expected));
});

/** Intervals of an account that do not overlap: borders in order, each stretch a firm's or nobody's. */
const anyLinkages = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 8 }),
    fc.array(fc.constantFrom('a', 'b', 'a/Tax', null), { minLength: 9, maxLength: 9 }),
  )
  .map(([times, holders]) =>
    times
      .sort((a, b) => a - b)
      .flatMap((time, i): Linkage[] => {
        const [payerId, costCenter = ''] = holders[i]?.split('/') ?? [];
        const next = times[i + 1];
        if (payerId === undefined) return [];
        return [
          {
            payerId,
            costCenter,
            startsAt: new Date(time),
            endsAt: next === undefined ? null : new Date(next),
          },
        ];
      }),
  );

describe('whatever the intervals were and are', () => {
  it('an instant is in a stretch exactly when another answers for it, from whom to whom', () => {
    fc.assert(
      fc.property(anyLinkages, anyLinkages, (before, after) => {
        const found = handOvers(person, before, after);
        for (let time = -1; time <= 61; time++) {
          const instant = new Date(time);
          const [was, is] = [responsibleAt(person, before, instant), responsibleAt(person, after, instant)];
          const within = found.filter(
            ({ startsAt, endsAt }) => startsAt <= instant && (endsAt === null || instant < endsAt),
          );
          const changed = JSON.stringify(was) !== JSON.stringify(is);
          expect(within.map(({ from, to }) => ({ from, to }))).toEqual(
            changed ? [{ from: was, to: is }] : [],
          );
        }
      }),
    );
  });

  it('no stretch could be joined to the one before it', () => {
    fc.assert(
      fc.property(anyLinkages, anyLinkages, (before, after) => {
        const found = handOvers(person, before, after);
        for (const [i, next] of found.slice(1).entries()) {
          const last = found[i];
          const touch = last?.endsAt?.getTime() === next.startsAt.getTime();
          expect(
            touch && JSON.stringify([last?.from, last?.to]) === JSON.stringify([next.from, next.to]),
          ).toBe(false);
        }
      }),
    );
  });
});
