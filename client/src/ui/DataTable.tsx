import { type ColumnDef, type RowData, useTable } from '@tanstack/react-table';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { ColumnChoice } from './ColumnChoice';
import { ColumnWidths, cssWidth, widthOfTable } from './ColumnWidths';
import { DataRow } from './DataRow';
import classes from './DataTable.module.css';
import { PageChoice } from './PageChoice';
import { Pager } from './Pager';
import type { PageInfo } from './paging';
import type { RowSelection } from './RowChoice';
import { SkeletonRows } from './SkeletonRows';
import { SortableHead, SortChoice } from './Sorting';
import { type ColumnMeta, type Features, features } from './tableColumns';
import { tableRoles } from './tableRoles';
import type { Sort } from './urlState';
import { useChoose } from './useChoose';
import { useColumnVisibility } from './useColumnVisibility';
import { useSettled } from './useSettled';

interface DataTableProps<Row extends RowData, Column extends string> {
  /** Unique in the site: the choice of columns is kept under it. */
  name: string;
  caption: string;
  /** Kept at module scope by the page. */
  // biome-ignore lint/suspicious/noExplicitAny: the library's own word for a column of any value
  columns: readonly ColumnDef<Features, Row, any>[];
  list: { nodes: Row[]; totalCount: number; pageInfo: PageInfo } | undefined;
  rowId: (row: Row) => string;
  /** One and many of what is counted. */
  noun: readonly [string, string];
  sort?: Sort<Column>;
  onSort?: (sort: Sort<Column>) => void;
  stale?: boolean;
  empty: ReactNode;
  /** What is said beside the count. */
  summary?: ReactNode;
  /** What stands beside the choice of columns. */
  tools?: ReactNode;
  /** What of the list was asked for: rows of something else are new ones, and none of them moves. */
  view?: string;
  /** Where rows can be chosen. */
  selection?: RowSelection;
  /** The row that is looked at. */
  openRow?: string;
}

const noRows: never[] = [];

/** The columns that are shown only when somebody chooses them. */
export const optionalOf = (columns: readonly { id?: string; meta?: ColumnMeta }[]) =>
  columns.flatMap(({ id, meta }) => (id && meta?.optional ? [id] : []));

export function DataTable<Row extends RowData, Column extends string = never>(
  props: DataTableProps<Row, Column>,
) {
  const { name, caption, columns, rowId, noun, sort, onSort, stale = false, empty } = props;
  const { summary, tools, view, selection, openRow } = props;
  const choose = useChoose(selection);
  const settled = useSettled(view, stale);
  const latest = useMemo(() => ({ list: props.list, shownView: settled }), [props.list, settled]);
  // Many rows are drawn a few at a time: the page answers to whatever is done meanwhile.
  const { list, shownView } = useDeferredValue(latest);
  const optional = useMemo(() => optionalOf(columns), [columns]);
  const [columnVisibility, onColumnVisibilityChange] = useColumnVisibility(name, optional);
  const table = useTable({
    features,
    columns,
    data: list?.nodes ?? noRows,
    getRowId: rowId,
    state: { columnVisibility },
    onColumnVisibilityChange,
  });
  const shown = table.getVisibleLeafColumns();
  const total = list?.totalCount;
  const width = widthOfTable(shown);

  return (
    <div className={classes.root}>
      <div className={classes.bar} data-tools={tools !== undefined || undefined}>
        <p className={classes.count} role="status">
          {total === undefined ? 'Loading…' : `${total.toLocaleString('en-US')} ${noun[total === 1 ? 0 : 1]}`}
          {summary}
        </p>
        {tools && <div data-no-print>{tools}</div>}
        {sort && onSort && <SortChoice columns={table.getAllLeafColumns()} sort={sort} onSort={onSort} />}
        <ColumnChoice columns={table.getAllLeafColumns()} />
      </div>
      <div
        className={classes.frame}
        aria-busy={stale || list === undefined}
        data-stale={stale || undefined}
        data-fixed={width !== null || undefined}
        style={width === null ? undefined : cssWidth(width)}
      >
        {total === 0 ? (
          empty
        ) : (
          <table className={classes.table} role={tableRoles.table}>
            <caption className={classes.caption}>{caption}</caption>
            {width !== null && <ColumnWidths columns={shown} choice={selection !== undefined} />}
            <thead role={tableRoles.group}>
              <tr role={tableRoles.row}>
                {selection && <PageChoice selection={selection} rows={list?.nodes.map(rowId) ?? noRows} />}
                {shown.map((column) => (
                  <SortableHead key={column.id} column={column} sort={sort} onSort={onSort} />
                ))}
              </tr>
            </thead>
            <tbody key={shownView} role={tableRoles.group}>
              {list === undefined && <SkeletonRows columns={shown.length + (selection ? 1 : 0)} />}
              {table.getRowModel().rows.map((row) => (
                <DataRow
                  key={row.id}
                  row={row}
                  shown={columnVisibility}
                  open={row.id === openRow}
                  chosen={selection?.chosen.has(row.id)}
                  onChoose={choose}
                  Value={table.FlexRender}
                />
              ))}
            </tbody>
          </table>
        )}
      </div>
      {list && <Pager page={list.pageInfo} label={caption} />}
    </div>
  );
}
