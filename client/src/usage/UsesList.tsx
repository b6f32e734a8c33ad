import { dollars } from '@countersign/shared/usage/dollars';
import { type ReactNode, useMemo } from 'react';
import type { UsageQuery } from '../app/usageQuery';
import { DataTable } from '../ui/DataTable';
import { useCodesForUses } from './codes/useCodesForUses';
import { useColumns } from './columns';
import { FilterWords } from './FilterWords';
import { filterNamesOf } from './filterNames';
import { NoUses } from './NoUses';
import { UseLinksContext, useOpenUse } from './openUse';
import { UseDrawer } from './UseDrawer';
import { UseFilters } from './UseFilters';
import { UsesTools } from './UsesTools';
import type { UsageFound, UsesOf, UsesPage } from './usesQuery';
import { problemOf, type UsesChange, type UsesValues } from './usesUrl';

interface UsesListProps {
  of: UsesOf;
  usage: UsageFound | undefined;
  /** What was asked for. */
  view: string;
  stale: boolean;
  values: UsesValues;
  change: UsesChange;
  listOf: (uses: UsageQuery) => string;
  /** What to do where there are no uses yet. */
  beginning: ReactNode;
}

const none: never[] = [];

function summaryOf({ charge, differingUses, difference }: UsesPage['totals'], chosen: number): string {
  const said = [`${dollars(charge.cents)} charged`];
  if (differingUses > 0)
    said.push(`${differingUses.toLocaleString('en-US')} differing by ${dollars(difference.cents)}`);
  if (chosen > 0) said.push(`${chosen.toLocaleString('en-US')} chosen`);
  return ` · ${said.join(', ')}`;
}

/** The uses that an address asks for: filters, what they add up to, the table, and the one that is open. */
export function UsesList({ of, usage, view, stale, values, change, listOf, beginning }: UsesListProps) {
  const { open, show, links } = useOpenUse();
  const uses = usage?.uses;
  const problem = problemOf(values);
  const list = useMemo(() => uses && { ...uses, totalCount: uses.totals.uses }, [uses]);
  const rows = uses?.nodes ?? none;
  const names = useMemo(() => filterNamesOf(rows), [rows]);
  const codes = useCodesForUses(of, values, usage);
  return (
    <UseLinksContext value={links}>
      <FilterWords values={values} names={names} />
      <UseFilters of={of} values={values} names={names} onChange={change} />
      {problem ? (
        <NoUses problem={problem} values={values} change={change} beginning={beginning} />
      ) : (
        <DataTable
          name="uses"
          caption="Transactions"
          columns={useColumns}
          list={list}
          rowId={(use) => use.id}
          noun={['transaction', 'transactions']}
          sort={values.sort}
          onSort={(next) => change({ sort: next })}
          view={view}
          stale={stale}
          summary={uses && summaryOf(uses.totals, codes.chosen.size)}
          tools={<UsesTools of={of} values={values} change={change} onCode={codes.ask} />}
          selection={codes.selection}
          openRow={open ?? undefined}
          empty={<NoUses values={values} change={change} beginning={beginning} />}
        />
      )}
      {open && <UseDrawer open={open} page={uses?.nodes} show={show} listOf={listOf} onCode={codes.askFor} />}
      {codes.question}
    </UseLinksContext>
  );
}
