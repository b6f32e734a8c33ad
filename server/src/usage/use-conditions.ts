import { accounts } from '@countersign/drizzle/tables/accounts';
import { uses } from '@countersign/drizzle/tables/usage';
import { sevenDigitNumber } from '@countersign/shared/accounts/account';
import { addDays } from '@countersign/shared/usage/day';
import { quarterOfDay } from '@countersign/shared/usage/quarter';
import { daysAreBounded, type UseFilter } from '@countersign/shared/usage/use-filter';
import type { UseSearch } from '@countersign/shared/usage/use-search';
import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import { keyOf } from '../api/global-id';
import type { Condition } from '../api/list';
import type { UsageScope } from './scope';

const value = sql.placeholder;

export const nilUuid = '00000000-0000-0000-0000-000000000000';

/**
 * Accounts by number or global id. Numbers are looked up inside the statement, as the actor: an account he does not
 * see is one that nobody used.
 */
export function accountCondition(column: AnyColumn, given: readonly string[]): Condition {
  const numbers = given.flatMap((id) => sevenDigitNumber(id) ?? []).map(String);
  const accountIds = given.flatMap((id) => keyOf('account', id)?.[0] ?? []);
  return {
    name: 'account',
    where: sql`${column} = any(array(
      select ${accounts.accountId} from ${accounts}
        where ${accounts.accountNumber} = any(${value('accountNumbers')}::text[]::integer[])
      union all select unnest(${value('accountIds')}::uuid[])))`,
    values: { accountNumbers: numbers, accountIds },
  };
}

/** Any of the values; one alone as an equation, by which an index also gives the order. */
export function oneOf(name: string, column: AnyColumn, wanted: readonly string[]): Condition {
  return wanted.length === 1
    ? { name: `${name}=`, where: sql`${column} = ${value(name)}::text`, values: { [name]: wanted[0] } }
    : { name, where: sql`${column} = any(${value(name)}::text[])`, values: { [name]: wanted } };
}

/** Courts by their codes; '' is none, which uses keep as null. */
function courtCondition(courts: readonly string[]): Condition {
  const codes = courts
    .filter((court) => court !== '')
    .map((court) => keyOf('court', court)?.[0] ?? court.toLowerCase());
  if (codes.length === courts.length) return oneOf('court', uses.courtId, codes);
  return {
    name: 'courtOrNone',
    where: sql`(${uses.courtId} is null or ${uses.courtId} = any(${value('court')}::text[]))`,
    values: { court: codes },
  };
}

/** The days, and beside them what partitions and indexes are cut by. */
function daysConditions(days: UseFilter['days']): Condition[] {
  if (days === null) return [];
  if (days === 'NONE') return [{ name: 'never', where: sql`false`, values: {} }];
  const { from, to } = days;
  return [
    {
      name: 'days',
      where: sql`${uses.quarter} between ${value('fromQuarter')}::date and ${value('toQuarter')}::date
        and ${uses.at} >= ${value('notBefore')}::timestamptz and ${uses.at} < ${value('notAfter')}::timestamptz
        and ${uses.day} between ${value('from')}::date and ${value('to')}::date`,
      values: {
        from,
        to,
        fromQuarter: quarterOfDay(from).startsOn,
        toQuarter: quarterOfDay(to).startsOn,
        // No zone is further than this from UTC.
        notBefore: `${addDays(from, -1)}T00:00:00Z`,
        notAfter: `${addDays(to, 3)}T00:00:00Z`,
      },
    },
  ];
}

/** The first text behind all that begin with a key, byte by byte. */
const behind = (key: string) => `${key}\u{10FFFF}`;

const searched = sql`lower(concat_ws(' ', ${uses.description}, ${uses.search}, ${uses.transactionId}))`;

/** A case by the beginning of its number; words only within days, since no index finds them. */
function searchCondition({ caseKey, words }: UseSearch, withinDays: boolean): Condition {
  const byWords = words.map((_, i) => sql`strpos(${searched}, ${value(`word${i}`)}::text) > 0`);
  const wordValues = Object.fromEntries(words.map((word, i) => [`word${i}`, word]));
  const allWords = sql.join(byWords, sql` and `);
  if (caseKey === null)
    return { name: `words${words.length}`, where: sql`(${allWords})`, values: wordValues };
  const byCase = sql`(${uses.caseKey} >= ${value('caseFrom')}::text and ${uses.caseKey} < ${value('caseTo')}::text)`;
  const caseValues = { caseFrom: caseKey, caseTo: behind(caseKey) };
  if (!withinDays) return { name: 'case', where: byCase, values: caseValues };
  return {
    name: `caseOrWords${words.length}`,
    where: sql`(${byCase} or (${allWords}))`,
    values: { ...caseValues, ...wordValues },
  };
}

function flag(name: string, wanted: boolean | null, yes: SQL): Condition[] {
  if (wanted === null) return [];
  return [{ name: `${name} ${wanted}`, where: wanted ? yes : sql`not (${yes})`, values: {} }];
}

export function scopeCondition(scope: UsageScope): Condition {
  return scope.kind === 'PAYER'
    ? {
        name: 'payer',
        where: sql`${uses.payerId} = ${value('payerId')}::uuid`,
        values: { payerId: scope.payerId },
      }
    : {
        name: 'own',
        where: sql`${uses.accountId} = ${value('ownId')}::uuid`,
        values: { ownId: scope.accountId },
      };
}

/** The conditions that choose a filter's uses. */
export function useConditions(scope: UsageScope, filter: UseFilter): Condition[] {
  const { account, court, clientCode, costCenter, kind, authority, batch, search } = filter;
  const bounded = filter.days !== null && (filter.days === 'NONE' || daysAreBounded(filter.days));
  return [
    scopeCondition(scope),
    ...daysConditions(filter.days),
    ...(account ? [accountCondition(uses.accountId, account)] : []),
    ...(court ? [courtCondition(court)] : []),
    ...(clientCode ? [oneOf('clientCode', uses.clientCode, clientCode)] : []),
    ...(costCenter ? [oneOf('costCenter', uses.costCenter, costCenter)] : []),
    ...(kind ? [oneOf('kind', uses.kind, kind)] : []),
    ...flag('exempt', filter.exempt, sql`${uses.exempt} is not null`),
    ...flag('differing', filter.differing, sql`${uses.verdict} in ('OVER', 'UNDER')`),
    ...(authority ? [oneOf('authority', uses.authority, [authority])] : []),
    ...(batch
      ? [
          {
            name: 'batch',
            where: sql`${uses.batchId} = ${value('batchId')}::uuid`,
            values: { batchId: keyOf('usageBatch', batch)?.[1] ?? nilUuid },
          },
        ]
      : []),
    ...(search ? [searchCondition(search, bounded)] : []),
  ];
}
