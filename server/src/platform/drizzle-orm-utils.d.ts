import type {} from 'drizzle-orm/utils';

/** Exported by the package and left out of its declarations. */
declare module 'drizzle-orm/utils' {
  export function mapResultRow<Row extends Record<string, unknown>>(
    columns: readonly { path: readonly string[]; field: unknown }[],
    row: unknown[],
    joinsNotNullableMap: Record<string, boolean> | undefined,
  ): Row;
}
