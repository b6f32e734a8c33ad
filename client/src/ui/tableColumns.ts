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
  /** The way up and the way down in words; A to Z without them. */
  sortWords?: readonly [up: string, down: string];
  /** What one wants first of it is at its end: the latest, the dearest. */
  sortsDown?: boolean;
  /** In rem. A table whose columns all have a width keeps it, whatever is in them; a row is then one line. */
  width?: number;
  /** Takes what room is left. */
  grows?: boolean;
  /** Numbers stand below each other. */
  number?: boolean;
  /** Not shown until somebody chooses it. */
  optional?: boolean;
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
