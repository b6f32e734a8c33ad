import {
  columnVisibilityFeature,
  createColumnHelper,
  type RowData,
  tableFeatures,
} from '@tanstack/react-table';

export interface ColumnMeta {
  /** What the column is called, in its head, in the choice of columns and beside a value on narrow screens. */
  label: string;
  /** The column that names the row. */
  names?: boolean;
  /** What the API sorts by in this column; without it the column does not sort. */
  sort?: string;
  /** Short values that are not broken over lines. */
  tight?: boolean;
  /** Long words, such as e-mail addresses, that may be broken anywhere. */
  breaks?: boolean;
  /** For the buttons of a row: no head, never hidden. */
  actions?: boolean;
}

export const features = tableFeatures({ columnVisibilityFeature, columnMeta: {} as ColumnMeta });

export type Features = typeof features;

export const tableColumns = <Row extends RowData>() => createColumnHelper<Features, Row>();
