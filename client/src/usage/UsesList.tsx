import { dollars } from '@countersign/shared/usage/dollars';
import { type ReactNode, useMemo } from 'react';
import type { UsageQuery } from '../app/usageQuery';
import { DataTable } from '../ui/DataTable';
import { FilterChoice } from '../ui/FilterChoice';
import { sizeOptions } from './choices';
import { useColumns } from './columns';
import { FilterWords } from './FilterWords';
import { filterNamesOf } from './filterNames';
import { NoUses } from './NoUses';
import { useOpenUse } from './openUse';
import { UseDrawer } from './UseDrawer';
import { UseFilters } from './UseFilters';
import type { UsesOf, UsesPage } from './usesQuery';
import { problemOf, type UsesChange, type UsesValues } from './usesUrl';

interface UsesListProps {
  of: UsesOf;
  uses: UsesPage | undefined;
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

function summaryOf({ charge, differingUses, difference }: UsesPage['totals']): string {
  const differing = differingUses.toLocaleString('en-US');
  const tail = differingUses > 0 ? `, ${differing} differing by ${dollars(difference.cents)}` : '';
  return ` · ${dollars(charge.cents)} charged${tail}`;
}

/** The uses that an address asks for: filters, what they add up to, the table, and the one that is open. */
export function UsesList({ of, uses, view, stale, values, change, listOf, beginning }: UsesListProps) {
  const { open, show } = useOpenUse();
  const problem = problemOf(values);
  const list = useMemo(() => uses && { ...uses, totalCount: uses.totals.uses }, [uses]);
  const rows = uses?.nodes ?? none;
  const names = useMemo(() => filterNamesOf(rows), [rows]);
  return (
    <>
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
          summary={uses && summaryOf(uses.totals)}
          tools={
            <FilterChoice
              label="Rows on a page"
              size="xs"
              options={sizeOptions}
              value={values.rows}
              onChange={(value) => change({ rows: value })}
            />
          }
          openRow={open ?? undefined}
          empty={<NoUses values={values} change={change} beginning={beginning} />}
        />
      )}
      {open && <UseDrawer open={open} page={uses?.nodes} show={show} listOf={listOf} />}
    </>
  );
}
