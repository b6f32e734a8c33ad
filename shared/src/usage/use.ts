import type { Day } from './day';

/** Access to court records; these charges alone count for the quarter’s waiver (fee schedule, item 8). */
export const accessKinds = [
  'DOCUMENT',
  'DOCKET_REPORT',
  'CASE_REPORT',
  'SEARCH',
  'TRANSCRIPT',
  'AUDIO',
  'OPINION',
  'NON_CASE_REPORT',
] as const;

/** What the service center and the courthouses charge besides (fee schedule, items 4 to 7). */
export const serviceKinds = [
  'SERVICE_CENTER_SEARCH',
  'SERVICE_CENTER_COPY',
  'ACCOUNT_RECORD',
  'TERMINAL_VIEW',
  'TERMINAL_PRINT',
  'RETURNED_PAYMENT',
] as const;

export const useKinds = [...accessKinds, ...serviceKinds] as const;

export type AccessKind = (typeof accessKinds)[number];

export type UseKind = (typeof useKinds)[number];

export const useKindLabels: Record<UseKind, string> = {
  DOCUMENT: 'Document',
  DOCKET_REPORT: 'Docket report',
  CASE_REPORT: 'Case report',
  SEARCH: 'Search',
  TRANSCRIPT: 'Transcript',
  AUDIO: 'Audio file',
  OPINION: 'Opinion',
  NON_CASE_REPORT: 'Report on several cases',
  SERVICE_CENTER_SEARCH: 'Search by the service center',
  SERVICE_CENTER_COPY: 'Copies from the service center',
  ACCOUNT_RECORD: 'Account record on paper',
  TERMINAL_VIEW: 'View at a courthouse terminal',
  TERMINAL_PRINT: 'Print at a courthouse terminal',
  RETURNED_PAYMENT: 'Returned payment',
};

const accessKindSet: ReadonlySet<UseKind> = new Set(accessKinds);

/** Whether a kind is access to court records, which exemptions and the waiver are about. */
export function isAccess(kind: UseKind): kind is AccessKind {
  return accessKindSet.has(kind);
}

export const useFormats = ['HTML', 'PDF', 'AUDIO', 'PAPER'] as const;

export type UseFormat = (typeof useFormats)[number];

const screen = ['HTML', 'PDF'] as const;

/** The formats each kind comes in; whatever is charged without a format has none. */
export const formatsOfKind: Record<UseKind, readonly UseFormat[]> = {
  DOCUMENT: screen,
  DOCKET_REPORT: screen,
  CASE_REPORT: screen,
  SEARCH: screen,
  TRANSCRIPT: screen,
  AUDIO: ['AUDIO'],
  OPINION: screen,
  NON_CASE_REPORT: screen,
  SERVICE_CENTER_SEARCH: [],
  SERVICE_CENTER_COPY: ['PDF', 'PAPER'],
  ACCOUNT_RECORD: ['PAPER'],
  TERMINAL_VIEW: screen,
  TERMINAL_PRINT: ['PAPER'],
  RETURNED_PAYMENT: [],
};

export const paymentInstruments = ['CHECK', 'ACH', 'CARD'] as const;

export type PaymentInstrument = (typeof paymentInstruments)[number];

/** What is known of a use when it is priced; what a source does not say is left out or null. */
export interface Use {
  readonly kind: UseKind;
  /** The day of the use in the service center’s zone. */
  readonly day: Day;
  readonly format?: UseFormat | null;
  /** The court’s id: `mowd`. */
  readonly courtId?: string | null;
  readonly caseNumber?: string | null;
  /** The pages of a PDF, or those that were counted already. */
  readonly pages?: number | null;
  /** Bytes extracted for HTML; they decide over `pages`. */
  readonly bytes?: number | null;
  /** How many matches a search found. */
  readonly matches?: number | null;
  /** Audio files; 1 where nothing is said. */
  readonly files?: number | null;
  /** Names or items the service center searched; 1 where nothing is said. */
  readonly items?: number | null;
  /** The pages of each document the service center copied; `pages` is enough for one. */
  readonly documentPages?: readonly number[] | null;
  /** How a returned payment had been made. */
  readonly instrument?: PaymentInstrument | null;
}
