import type { Column, RowData } from '@tanstack/react-table';
import type { CSSProperties } from 'react';
import type { Features } from './tableColumns';

interface ColumnsProps<Row extends RowData> {
  columns: Column<Features, Row, unknown>[];
  /** Whether a box to choose the row stands before them. */
  choice?: boolean;
}

const metaOf = <Row extends RowData>({ columnDef }: Column<Features, Row, unknown>) => columnDef.meta;

/** How wide a table is whose columns all have a width, in rem; null where they are as wide as they need. */
export function widthOfTable<Row extends RowData>(columns: Column<Features, Row, unknown>[]): number | null {
  const widths = columns.map((column) => metaOf(column)?.width ?? 0);
  return widths.includes(0) ? null : widths.reduce((sum, width) => sum + width, 0);
}

/** The width as the style sheet reads it. */
export const cssWidth = (rem: number) => ({ '--cs-table-width': `${rem}rem` }) as CSSProperties;

export function ColumnWidths<Row extends RowData>({ columns, choice }: ColumnsProps<Row>) {
  return (
    <colgroup>
      {choice && <col style={{ width: '2.25rem' }} />}
      {columns.map((column) => {
        const { width, grows } = metaOf(column) ?? {};
        return <col key={column.id} style={grows ? undefined : { width: `${width}rem` }} />;
      })}
    </colgroup>
  );
}
