import { type ColumnDef, type RowData, useTable } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import { ColumnChoice } from './ColumnChoice';
import classes from './DataTable.module.css';
import { Pager } from './Pager';
import type { PageInfo } from './paging';
import { SkeletonRows } from './SkeletonRows';
import { SortableHead, SortChoice } from './Sorting';
import { type Features, features } from './tableColumns';
import { tableRoles } from './tableRoles';
import type { Sort } from './urlState';
import { useColumnVisibility } from './useColumnVisibility';

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
}

const noRows: never[] = [];

export function DataTable<Row extends RowData, Column extends string = never>(
  props: DataTableProps<Row, Column>,
) {
  const { name, caption, columns, list, rowId, noun, sort, onSort, stale = false, empty } = props;
  const [columnVisibility, onColumnVisibilityChange] = useColumnVisibility(name);
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

  return (
    <div className={classes.root}>
      <div className={classes.bar}>
        <p className={classes.count} role="status">
          {total === undefined ? 'Loading…' : `${total.toLocaleString('en-US')} ${noun[total === 1 ? 0 : 1]}`}
        </p>
        {sort && onSort && <SortChoice columns={table.getAllLeafColumns()} sort={sort} onSort={onSort} />}
        <ColumnChoice columns={table.getAllLeafColumns()} />
      </div>
      <div className={classes.frame} aria-busy={stale || list === undefined} data-stale={stale || undefined}>
        {total === 0 ? (
          empty
        ) : (
          <table className={classes.table} role={tableRoles.table}>
            <caption className={classes.caption}>{caption}</caption>
            <thead role={tableRoles.group}>
              <tr role={tableRoles.row}>
                {shown.map((column) => (
                  <SortableHead key={column.id} column={column} sort={sort} onSort={onSort} />
                ))}
              </tr>
            </thead>
            <tbody role={tableRoles.group}>
              {list === undefined && <SkeletonRows columns={shown.length} />}
              {table.getRowModel().rows.map((row) => (
                <tr key={row.id} role={tableRoles.row}>
                  {row.getVisibleCells().map((cell) => {
                    const { label, names, tight, breaks, actions } = cell.column.columnDef.meta ?? {
                      label: '',
                    };
                    const Cell = names ? 'th' : 'td';
                    return (
                      <Cell
                        key={cell.id}
                        role={names ? tableRoles.name : tableRoles.cell}
                        scope={names ? 'row' : undefined}
                        data-label={actions ? undefined : label}
                        data-names={names}
                        data-tight={tight}
                        data-breaks={breaks}
                        data-actions={actions}
                      >
                        <div className={classes.value}>
                          <table.FlexRender cell={cell} />
                        </div>
                      </Cell>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {list && <Pager page={list.pageInfo} label={caption} />}
    </div>
  );
}
