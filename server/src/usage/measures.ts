import { usageTotalsNow, uses } from '@countersign/drizzle/tables/usage';
import { accessKinds } from '@countersign/shared/usage/use';
import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import { usd } from '../api/money-type';
import type { UsageTotals } from './totals-types';

/** What uses add up to, in whole numbers and cents. */
export interface Measures {
  readonly uses: number;
  readonly chargeCents: number;
  readonly accessCents: number;
  readonly recordedUses: number;
  readonly recordedCents: number;
  readonly exemptUses: number;
  readonly differingUses: number;
  readonly differenceCents: number;
  readonly uncodedUses: number;
  readonly uncodedCents: number;
}

/** Sums of bigints are numerics to Postgres and texts to the driver. */
const whole = (sum: SQL) => sql<number>`coalesce(${sum}, 0)::bigint`.mapWith(Number);

const total = (column: AnyColumn) => whole(sql`sum(${column})`);

/** Sums of what totals keep. */
export const sumsOfTotals = {
  uses: total(usageTotalsNow.uses),
  chargeCents: total(usageTotalsNow.chargeCents),
  accessCents: total(usageTotalsNow.accessCents),
  recordedUses: total(usageTotalsNow.recordedUses),
  recordedCents: total(usageTotalsNow.recordedCents),
  exemptUses: total(usageTotalsNow.exemptUses),
  differingUses: total(usageTotalsNow.differingUses),
  differenceCents: total(usageTotalsNow.differenceCents),
  uncodedUses: total(usageTotalsNow.uncodedUses),
  uncodedCents: total(usageTotalsNow.uncodedCents),
};

const access = sql`${uses.kind} in (${sql.raw(accessKinds.map((kind) => `'${kind}'`).join(', '))})`;
const recorded = sql`${uses.authority} = 'RECORDED'`;
const exempt = sql`${uses.exempt} is not null`;
const differing = sql`${uses.verdict} in ('OVER', 'UNDER')`;
const uncoded = sql`${uses.clientCode} = ''`;

const countWhere = (condition: SQL) => whole(sql`count(*) filter (where ${condition})`);
const chargeWhere = (condition: SQL) => whole(sql`sum(${uses.chargeCents}) filter (where ${condition})`);

/** The same sums of the uses themselves. */
export const sumsOfUses = {
  uses: whole(sql`count(*)`),
  chargeCents: whole(sql`sum(${uses.chargeCents})`),
  accessCents: chargeWhere(access),
  recordedUses: countWhere(recorded),
  recordedCents: chargeWhere(recorded),
  exemptUses: countWhere(exempt),
  differingUses: countWhere(differing),
  differenceCents: whole(sql`sum(${uses.chargeCents} - ${uses.expectedCents}) filter (where ${differing})`),
  uncodedUses: countWhere(uncoded),
  uncodedCents: chargeWhere(uncoded),
};

export const nothing: Measures = {
  uses: 0,
  chargeCents: 0,
  accessCents: 0,
  recordedUses: 0,
  recordedCents: 0,
  exemptUses: 0,
  differingUses: 0,
  differenceCents: 0,
  uncodedUses: 0,
  uncodedCents: 0,
};

/** Sums as the API shows them. */
export function presentTotals(sums: Measures): UsageTotals {
  return {
    uses: sums.uses,
    charge: usd(sums.chargeCents),
    accessCharge: usd(sums.accessCents),
    recordedUses: sums.recordedUses,
    recordedCharge: usd(sums.recordedCents),
    exemptUses: sums.exemptUses,
    differingUses: sums.differingUses,
    difference: usd(sums.differenceCents),
    uncodedUses: sums.uncodedUses,
    uncodedCharge: usd(sums.uncodedCents),
  };
}
