import { uses } from '@countersign/drizzle/tables/usage';
import { and, type SQL, sql } from 'drizzle-orm';
import { statementByShape } from '../../api/statements-by-shape';
import type { Actor } from '../../platform/actor';
import { authorize } from '../../platform/refusal';
import type { Site } from '../../platform/site';
import { builder, compile, type Values } from '../../platform/statement';
import { sumsOfUses } from '../measures';
import type { Payer } from '../payer';
import { allDays, totalsSource } from '../totals-source';
import { noSuchPayer } from './assign-code';
import { codeToGive } from './code-to-give';
import {
  checkMost,
  readSelection,
  selectionConditions,
  type UseSelection,
  type UsesChosen,
} from './selection';

export interface CodeToPreview extends UsesChosen {
  readonly payer: Payer | null;
  readonly clientCode: string | null;
}

export interface CodeCount {
  readonly code: string;
  readonly uses: number;
  readonly chargeCents: number;
}

/** What uses have now that are to get another code. */
export interface PreviewedCode {
  readonly uses: number;
  readonly chargeCents: number;
  readonly unchanged: number;
  /** The most frequent ones. */
  readonly codes: readonly CodeCount[];
  readonly furtherCodes: number;
}

export const mostCodesShown = 20;

const nothing: PreviewedCode = { uses: 0, chargeCents: 0, unchanged: 0, codes: [], furtherCodes: 0 };

interface Source {
  readonly shape: string;
  readonly values: Values;
  readonly from: SQL;
  readonly where: SQL | undefined;
  readonly code: SQL;
  readonly sums: { readonly uses: SQL; readonly chargeCents: SQL };
}

/** Where to count: a filter’s uses in the totals where they suffice. */
function sourceOf(site: Site, payerId: string, selection: UseSelection): Source | null {
  if (selection.kind === 'FILTER') {
    const { filter } = selection;
    if (filter.days === 'NONE') return null;
    const scope = { kind: 'PAYER', payerId } as const;
    const source = totalsSource({ scope, filter, days: filter.days ?? allDays(site), by: 'CLIENT' });
    return { ...source, code: source.key('CLIENT') };
  }
  const conditions = selectionConditions(payerId, selection);
  return {
    shape: 'named',
    values: Object.assign({}, ...conditions.map(({ values }) => values)),
    from: sql`${uses}`,
    where: and(...conditions.map(({ where }) => where)),
    code: sql`${uses.clientCode}`,
    sums: sumsOfUses,
  };
}

const number = (expression: SQL) => sql<number>`${expression}`.mapWith(Number);
const isNew = sql`code <> ${sql.placeholder('newCode')}::text`;

/** The codes the uses have, the most frequent first and the new one last, each with the sums over all of them. */
function countStatement({ shape, values, from, where, code, sums }: Source, newCode: string) {
  return statementByShape(`codes ${shape}`, { ...values, newCode }, () =>
    compile(
      builder
        .select({
          code: sql<string>`code`,
          uses: number(sql`uses`),
          chargeCents: number(sql`cents`),
          changing: number(sql`coalesce(sum(uses) filter (where ${isNew}) over (), 0)`),
          changingCents: number(sql`coalesce(sum(cents) filter (where ${isNew}) over (), 0)`),
          changingCodes: number(sql`count(*) filter (where ${isNew}) over ()`),
          unchanged: number(sql`coalesce(sum(uses) filter (where not ${isNew}) over (), 0)`),
        })
        .from(
          sql`(select ${code} as code, ${sums.uses} as uses, ${sums.chargeCents} as cents
            from ${from} where ${where} group by 1 having ${sums.uses} > 0) as counted`,
        )
        .orderBy(sql`${isNew} desc, uses desc, code`)
        .limit(mostCodesShown),
    ),
  );
}

/** What giving uses a client code would do; nothing is changed, and the same is refused. */
export async function previewCode(site: Site, actor: Actor, wish: CodeToPreview): Promise<PreviewedCode> {
  if (!wish.payer) throw noSuchPayer();
  const payerId = wish.payer.id;
  authorize(actor, 'usage.code.assign', { payerId });
  const newCode = codeToGive(wish.clientCode);
  const source = sourceOf(site, payerId, readSelection(payerId, wish));
  if (!source) return nothing;
  const [rows] = await site.database.read(actor, [countStatement(source, newCode)]);
  const [first] = rows;
  if (!first) return nothing;
  checkMost(first.changing);
  const codes = rows.filter(({ code }) => code !== newCode);
  return {
    uses: first.changing,
    chargeCents: first.changingCents,
    unchanged: first.unchanged,
    codes: codes.map(({ code, uses: count, chargeCents }) => ({ code, uses: count, chargeCents })),
    furtherCodes: first.changingCodes - codes.length,
  };
}
