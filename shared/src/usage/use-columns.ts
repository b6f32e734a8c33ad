/** The columns of a list of transactions, by the names they have in an address, with what an export calls them. */
export const useColumnLabels = {
  at: 'Date and time',
  person: 'Person',
  number: 'Account number',
  court: 'Court',
  kind: 'Kind',
  case: 'Case number',
  description: 'Description',
  search: 'Search criteria',
  client: 'Client code',
  given: 'Code given',
  costCenter: 'Cost center',
  payer: 'Paid by',
  quarter: 'Quarter',
  format: 'Format',
  pages: 'Pages',
  bytes: 'Bytes',
  billablePages: 'Billable pages',
  expected: 'By the schedule',
  difference: 'Difference',
  charge: 'Charge',
  check: 'Check',
  cause: 'Why it differs',
  exemptReason: 'Exemption',
  exemptNote: 'Exemption as written',
  authority: 'Standing',
  transaction: 'Transaction number',
  batch: 'Came with',
  alsoIn: 'Also in',
} as const;

export type UseColumn = keyof typeof useColumnLabels;

export const useColumnNames = Object.keys(useColumnLabels) as UseColumn[];

export function isUseColumn(name: string): name is UseColumn {
  return Object.hasOwn(useColumnLabels, name);
}
