import { uses } from '@countersign/drizzle/tables/usage';
import { readUseFilter, type UseFilter, type UseFilterWords } from '@countersign/shared/usage/use-filter';
import { type SQL, sql } from 'drizzle-orm';
import { keyOf } from '../../api/global-id';
import type { Condition } from '../../api/list';
import { refused } from '../../platform/refusal';
import { withValues } from '../../platform/with-values';
import { scopeCondition, useConditions } from '../use-conditions';

const value = sql.placeholder;

/** The most uses that are named one by one in one call. */
export const mostNamedUses = 1000;

/** The most uses that one change gives a code: each is written with the totals it is in, while somebody waits for it. */
export const mostUsesChanged = 100_000;

/** Refuses what would take too long. */
export function checkMost(found: number): void {
  if (found <= mostUsesChanged) return;
  const [all, most] = [found, mostUsesChanged].map((count) => count.toLocaleString('en-US'));
  const message = `It would change ${all} uses, and one change takes at most ${most}: choose a quarter, or fewer days.`;
  throw refused('INVALID', 'filter', message);
}

/** A payer’s uses that were chosen: all that a filter finds, or those named. */
export type UseSelection =
  | { readonly kind: 'FILTER'; readonly words: UseFilterWords; readonly filter: UseFilter }
  | { readonly kind: 'NAMED'; readonly quarters: readonly string[]; readonly useIds: readonly string[] };

export interface UsesChosen {
  readonly filter?: UseFilterWords | null;
  readonly uses?: readonly string[] | null;
}

function namedUses(payerId: string, ids: readonly string[]): UseSelection {
  if (ids.length > mostNamedUses) {
    const message = `Name at most ${mostNamedUses} uses at once, not ${ids.length}; a filter takes more.`;
    throw refused('INVALID', 'uses', message);
  }
  const keys = [...new Set(ids)].map((id) => {
    const [owner, quarter, useId] = keyOf('use', id) ?? [];
    if (owner !== payerId || quarter === undefined || useId === undefined)
      throw refused('NOT_FOUND', 'uses', 'One of the uses does not exist, or is not this payer’s.');
    return [quarter, useId] as const;
  });
  return {
    kind: 'NAMED',
    quarters: keys.map(([quarter]) => quarter),
    useIds: keys.map(([, useId]) => useId),
  };
}

/** Understands which uses are meant, or refuses. */
export function readSelection(payerId: string, { filter: words, uses: ids }: UsesChosen): UseSelection {
  if ((words == null) === (ids == null))
    throw refused('REQUIRED', 'filter', 'Choose the uses by a filter, or name them: one of the two.');
  if (ids != null) return namedUses(payerId, ids);
  const reading = readUseFilter(words ?? {});
  if (reading.ok) return { kind: 'FILTER', words: words ?? {}, filter: reading.filter };
  const { field, message } = reading.problem;
  throw refused('INVALID', 'filter', `${field}: ${message}`);
}

/** The conditions that choose the uses of a payer. */
export function selectionConditions(payerId: string, selection: UseSelection): Condition[] {
  const scope = { kind: 'PAYER', payerId } as const;
  if (selection.kind === 'FILTER') return useConditions(scope, selection.filter);
  const { quarters, useIds } = selection;
  return [
    scopeCondition(scope),
    {
      name: 'named',
      where: sql`(${uses.quarter}, ${uses.useId}) in (
        select * from unnest(${value('quarters')}::text[]::date[], ${value('useIds')}::uuid[]))`,
      values: { quarters, useIds },
    },
  ];
}

/** The same as one piece of SQL with its values. */
export function isSelected(payerId: string, selection: UseSelection): SQL {
  const conditions = selectionConditions(payerId, selection);
  return sql.join(
    conditions.map(({ where, values }) => withValues(where, values)),
    sql` and `,
  );
}
