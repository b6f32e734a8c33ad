import { dollars } from '@countersign/shared/usage/dollars';
import { quarterLabel } from '@countersign/shared/usage/quarter';
import { useKindLabels } from '@countersign/shared/usage/use';
import { optionalOf } from '../ui/DataTable';
import { tableColumns } from '../ui/tableColumns';
import { CheckTag } from './CheckTag';
import { CourtCode } from './CourtCode';
import { authorityNames, batchName, exemptReasonNames, formatNames } from './labels';
import { UseLink } from './UseLink';
import type { UseRow } from './usesQuery';

const dash = '—';
const count = (number: number | null) => number?.toLocaleString('en-US') ?? dash;
const money = (amount: { cents: number } | null) => (amount ? dollars(amount.cents) : dash);

const column = tableColumns<UseRow>();

/** A column of text, or of something short with a text of its own. */
const words = (
  id: string,
  label: string,
  width: number,
  read: (use: UseRow) => string | null | undefined,
  more?: object,
) => column.accessor((use) => read(use) || dash, { id, meta: { label, width, breaks: true, ...more } });

const figure = (id: string, label: string, width: number, read: (use: UseRow) => string, more?: object) =>
  column.accessor(read, { id, meta: { label, width, number: true, ...more } });

const optional = { optional: true };

/** Every field of a use, the most asked for first. */
export const useColumns = column.columns([
  column.accessor('at', {
    id: 'at',
    meta: {
      label: 'When',
      names: true,
      sort: 'at',
      sortsDown: true,
      sortWords: ['earliest first', 'latest first'],
      width: 11,
    },
    cell: ({ row }) => <UseLink use={row.original} />,
  }),
  words('person', 'Person', 8.5, ({ account }) => account?.name.full),
  words('number', 'Account number', 7.5, ({ account }) => account?.accountNumber, optional),
  column.accessor('court', {
    id: 'court',
    meta: { label: 'Court', width: 4 },
    cell: ({ getValue }) => <CourtCode court={getValue()} />,
  }),
  words('kind', 'Kind', 7.5, ({ kind }) => useKindLabels[kind]),
  words('case', 'Case', 9.5, ({ caseNumber }) => caseNumber, { grows: true }),
  words('description', 'Description', 10, ({ description }) => description, optional),
  words('search', 'Searched for', 9, ({ search }) => search, optional),
  words('client', 'Client code', 6.5, ({ clientCode }) => clientCode),
  words('given', 'Code given', 7, ({ givenClientCode }) => givenClientCode, optional),
  words('costCenter', 'Cost center', 7, ({ costCenter }) => costCenter, optional),
  words('payer', 'Paid by', 11, ({ firm }) => firm?.name ?? 'The person', optional),
  words('quarter', 'Quarter', 5.5, ({ quarter }) => quarterLabel(quarter), optional),
  words('format', 'Format', 6, ({ format }) => format && formatNames[format], optional),
  figure('pages', 'Pages', 4.5, ({ pages }) => count(pages), optional),
  figure('bytes', 'Bytes', 6, ({ bytes }) => count(bytes), optional),
  figure('billablePages', 'Billable pages', 7, ({ billablePages }) => count(billablePages), optional),
  figure('expected', 'By the schedule', 7.5, ({ expectedCharge }) => money(expectedCharge), optional),
  figure('difference', 'Difference', 6, ({ difference }) => money(difference), optional),
  figure('charge', 'Charge', 5.5, ({ charge }) => money(charge), {
    sort: 'charge',
    sortsDown: true,
    sortWords: ['lowest first', 'highest first'],
  }),
  column.display({
    id: 'check',
    meta: { label: 'Check', width: 6.5 },
    cell: ({ row }) => <CheckTag use={row.original} />,
  }),
  words('cause', 'Why it differs', 14, ({ cause }) => cause, optional),
  words(
    'exemptReason',
    'Exemption',
    12,
    ({ exemptReason }) => exemptReason && exemptReasonNames[exemptReason],
    optional,
  ),
  words('exemptNote', 'Exemption as written', 10, ({ exemptNote }) => exemptNote, optional),
  words('authority', 'Standing', 7, ({ authority }) => authorityNames[authority], optional),
  words('transaction', 'Transaction number', 9, ({ transactionNumber }) => transactionNumber, optional),
  words('batch', 'Came with', 12, ({ batch }) => batch && batchName(batch), optional),
  words('alsoIn', 'Also in', 12, ({ alsoIn }) => alsoIn.map(batchName).join('; '), optional),
]);

export const useColumnIds = useColumns.flatMap(({ id }) => id ?? []);

export const optionalColumns = optionalOf(useColumns);
