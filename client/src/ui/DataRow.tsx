import type { Cell, ColumnVisibilityState, Row, RowData } from '@tanstack/react-table';
import { type ComponentType, memo } from 'react';
import classes from './DataTable.module.css';
import { RowChoice } from './RowChoice';
import type { Features } from './tableColumns';
import { tableRoles } from './tableRoles';

interface DataRowProps<Data extends RowData> {
  row: Row<Features, Data>;
  /** Which columns are: the row itself stays the same object. */
  shown: ColumnVisibilityState;
  open: boolean;
  /** Whether the row is chosen; nothing where rows cannot be. */
  chosen?: boolean;
  onChoose?: (id: string, on: boolean) => void;
  Value: ComponentType<{ cell: Cell<Features, Data, unknown> }>;
}

function PlainRow<Data extends RowData>(props: DataRowProps<Data>) {
  const { row, open, chosen, onChoose, Value } = props;
  return (
    <tr role={tableRoles.row} data-open={open || undefined} data-chosen={chosen || undefined}>
      {chosen !== undefined && (
        <td role={tableRoles.cell} data-choice>
          <RowChoice
            label={`Choose row ${row.index + 1}`}
            checked={chosen}
            onChange={(on) => onChoose?.(row.id, on)}
          />
        </td>
      )}
      {row.getVisibleCells().map((cell) => {
        const { label, names, tight, breaks, number, actions } = cell.column.columnDef.meta ?? { label: '' };
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
            data-number={number}
            data-actions={actions}
          >
            <div className={classes.value}>
              <Value cell={cell} />
            </div>
          </Cell>
        );
      })}
    </tr>
  );
}

/** A row is drawn again only for itself: opening one of a hundred leaves the others alone. */
export const DataRow = memo(PlainRow) as typeof PlainRow;
