/** A table laid out as cards on a narrow screen would lose its meaning in some browsers: the roles keep it. */
export const tableRoles = {
  table: 'table',
  group: 'rowgroup',
  row: 'row',
  head: 'columnheader',
  name: 'rowheader',
  cell: 'cell',
} as const;
