import type { ReactNode } from 'react';
import classes from './PlainTable.module.css';
import { tableRoles } from './tableRoles';

export interface PlainColumn<Row> {
  head: string;
  cell: (row: Row) => ReactNode;
  /** The column that names the row. */
  names?: boolean;
  /** Figures stand under one another at the right. */
  figures?: boolean;
}

interface PlainTableProps<Row> {
  caption: string;
  columns: readonly PlainColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** On a narrow screen each row becomes a block of its own: for tables of many columns. */
  stacks?: boolean;
  foot?: ReactNode;
}

/** A short table that is neither sorted nor paged. */
export function PlainTable<Row>({ caption, columns, rows, rowId, stacks, foot }: PlainTableProps<Row>) {
  return (
    <div className={classes.frame}>
      <table className={classes.table} data-stacks={stacks} role={tableRoles.table}>
        <caption className={classes.caption}>{caption}</caption>
        <thead role={tableRoles.group}>
          <tr role={tableRoles.row}>
            {columns.map(({ head, figures }) => (
              <th key={head} scope="col" role={tableRoles.head} data-figures={figures}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={tableRoles.group}>
          {rows.map((row) => (
            <tr key={rowId(row)} role={tableRoles.row}>
              {columns.map(({ head, cell, names, figures }) => {
                const Cell = names ? 'th' : 'td';
                return (
                  <Cell
                    key={head}
                    role={names ? tableRoles.name : tableRoles.cell}
                    scope={names ? 'row' : undefined}
                    data-figures={figures}
                    data-label={stacks && !names ? head : undefined}
                  >
                    {cell(row)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
        {foot && <tfoot role={tableRoles.group}>{foot}</tfoot>}
      </table>
    </div>
  );
}
