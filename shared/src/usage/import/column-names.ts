/** What a column of a file of detailed transactions can be. */
export const importColumns = [
  'transactionId',
  'date',
  'time',
  'instant',
  'accountNumber',
  'loginId',
  'userName',
  'costCenter',
  'court',
  'caseNumber',
  'clientCode',
  'kind',
  'search',
  'description',
  'format',
  'bytes',
  'pages',
  'billablePages',
  'charge',
  'exempt',
  'exemptReason',
] as const;

export type ImportColumn = (typeof importColumns)[number];

export const importColumnLabels: Record<ImportColumn, string> = {
  transactionId: 'Transaction ID',
  date: 'Date',
  time: 'Time',
  instant: 'Date and time',
  accountNumber: 'Account number',
  loginId: 'Login ID',
  userName: 'User name',
  costCenter: 'Cost center',
  court: 'Court',
  caseNumber: 'Case number',
  clientCode: 'Client code',
  kind: 'Kind',
  search: 'Search criteria',
  description: 'Description',
  format: 'Format',
  bytes: 'Bytes',
  pages: 'Pages',
  billablePages: 'Billable pages',
  charge: 'Charge',
  exempt: 'Exempt',
  exemptReason: 'Reason for the exemption',
};

/**
 * The names each column goes by, in the form of `comparableName`. PACER publishes no list of its columns; these are
 * the words of its receipts and help pages, the fields of the case locator’s receipts, and what firms’ tools write.
 */
const namesOf: Record<ImportColumn, readonly string[]> = {
  transactionId: [
    'transactionid',
    'transactionno',
    'transactionnumber',
    'transid',
    'transno',
    'transnumber',
    'transaction',
    'receiptid',
    'receiptno',
    'receiptnumber',
  ],
  date: ['date', 'transactiondate', 'transdate', 'usedate', 'dateofuse', 'billingdate', 'usagedate', 'day'],
  time: ['time', 'transactiontime', 'transtime', 'usetime', 'timeofuse'],
  instant: [
    'datetime',
    'dateandtime',
    'datetimeutc',
    'timestamp',
    'transactiondatetime',
    'transactiontimestamp',
    'transactiondateandtime',
    'instant',
    'occurredat',
  ],
  accountNumber: [
    'accountnumber',
    'accountno',
    'accountnum',
    'acctnumber',
    'acctno',
    'acctnum',
    'acct',
    'pacernumber',
    'paceraccount',
    'paceraccountnumber',
    'paceraccountno',
    'pacerid',
    'useraccountnumber',
  ],
  loginId: [
    'loginid',
    'login',
    'loginname',
    'pacerlogin',
    'pacerloginid',
    'userlogin',
    'userid',
    'pacerusername',
  ],
  userName: [
    'name',
    'fullname',
    'usersname',
    'userfullname',
    'person',
    'personname',
    'attorney',
    'attorneyname',
  ],
  costCenter: ['costcenter', 'costcentre', 'costcentercode', 'department', 'dept', 'office', 'practicegroup'],
  court: ['court', 'courtid', 'courtcode', 'courtname', 'courttitle'],
  caseNumber: ['casenumber', 'caseno', 'casenum', 'case', 'caseid', 'docketnumber', 'docketno'],
  clientCode: [
    'clientcode',
    'client',
    'clientmatter',
    'clientmattercode',
    'clientmatternumber',
    'clientid',
    'clientnumber',
    'clientno',
    'matter',
    'mattercode',
    'matternumber',
    'matterno',
    'billingcode',
  ],
  kind: [
    'kind',
    'type',
    'transactiontype',
    'transtype',
    'kindofuse',
    'usekind',
    'usetype',
    'usagetype',
    'documenttype',
  ],
  search: ['search', 'searchcriteria', 'searchcriterion', 'searchtext', 'searchterms', 'criteria', 'query'],
  description: [
    'description',
    'desc',
    'transactiondescription',
    'itemdescription',
    'details',
    'detail',
    'item',
  ],
  format: ['format', 'fileformat', 'documentformat', 'filetype', 'mediatype'],
  bytes: ['bytes', 'bytecount', 'numberofbytes', 'size', 'sizebytes', 'sizeinbytes', 'bytesextracted'],
  pages: [
    'pages',
    'page',
    'pagecount',
    'numberofpages',
    'noofpages',
    'numpages',
    'actualpages',
    'totalpages',
    'pgs',
  ],
  billablePages: [
    'billablepages',
    'billablepage',
    'billedpages',
    'pagesbilled',
    'chargedpages',
    'pagescharged',
    'chargeablepages',
    'billablepagecount',
  ],
  charge: [
    'charge',
    'charges',
    'charged',
    'cost',
    'costs',
    'fee',
    'fees',
    'searchfee',
    'amount',
    'amountcharged',
    'chargeamount',
    'totalcost',
    'totalcharge',
    'totalfee',
    'pacerfee',
    'price',
    'usd',
    'costusd',
    'chargeusd',
    'amountusd',
    'feeusd',
  ],
  exempt: ['exempt', 'isexempt', 'feeexempt', 'exemption', 'exemptflag', 'exemptyn', 'exemptstatus'],
  exemptReason: [
    'exemptreason',
    'exemptionreason',
    'reasonexempt',
    'whyexempt',
    'reasonforexemption',
    'reasonfortheexemption',
  ],
};

/** Names that may mean either of two columns; the values below them decide, or else a person. */
const sharedNames: ReadonlyMap<string, readonly ImportColumn[]> = new Map([
  ['account', ['accountNumber', 'loginId']],
  ['accountid', ['accountNumber', 'loginId']],
  ['user', ['userName', 'loginId']],
  ['username', ['userName', 'loginId']],
]);

const columnOfName: ReadonlyMap<string, ImportColumn> = new Map(
  importColumns.flatMap((column) => namesOf[column].map((name) => [name, column] as const)),
);

/** A column’s name without what people write differently: case, accents, spaces, punctuation. */
export function comparableName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The columns that a name can stand for: none, one, or two where it has both meanings. */
export function columnsNamed(name: string): readonly ImportColumn[] {
  const comparable = comparableName(name);
  const column = columnOfName.get(comparable);
  return column ? [column] : (sharedNames.get(comparable) ?? []);
}
