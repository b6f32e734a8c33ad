import { normalised } from '../../platform/search-terms';
import { type UseFormat, type UseKind, useFormats, useKindLabels, useKinds } from '../use';
import { remembered } from './remembered';

/**
 * What PACER, CM/ECF and the case locator call their uses on receipts and in lists of transactions. Reports on one
 * case have a cap and reports on several have none, so the two are kept apart.
 */
const words: Record<UseKind, readonly string[]> = {
  DOCUMENT: [
    'document',
    'pdf document',
    'pdf',
    'image',
    'view document',
    'documents',
    'filing',
    'attachment',
    'main document',
  ],
  DOCKET_REPORT: [
    'docket',
    'docket report',
    'docket sheet',
    'docket summary',
    'case docket',
    'full docket',
    'history documents',
  ],
  CASE_REPORT: [
    'case report',
    'case summary',
    'case query',
    'case file location',
    'alias',
    'associated cases',
    'attorney',
    'attorney list',
    'claims register',
    'claims register summary',
    'corporate parents',
    'creditor',
    'creditor list',
    'deadline schedule',
    'deadlines hearings',
    'filers',
    'history',
    'list of creditors',
    'mailing info',
    'mailing matrix',
    'mailing matrix by case',
    'notice of bankruptcy case filing',
    'parties',
    'party',
    'party list',
    'related transactions',
    'status',
    'trustee',
    'view claims',
  ],
  SEARCH: [
    'search',
    'searches',
    'name search',
    'case search',
    'party search',
    'query',
    'search results',
    'no matches found',
    'attorney search',
    'judge search',
    'advanced search',
  ],
  TRANSCRIPT: [
    'transcript',
    'transcripts',
    'court transcript',
    'transcript document',
    'hearing transcript',
    'trial transcript',
  ],
  AUDIO: [
    'audio',
    'audio file',
    'audio files',
    'audio recording',
    'digital audio',
    'digital audio file',
    'mp3',
  ],
  OPINION: [
    'opinion',
    'opinions',
    'written opinion',
    'court opinion',
    'judicial opinion',
    'opinion document',
  ],
  NON_CASE_REPORT: [
    'non case report',
    'non case specific report',
    'docket activity',
    'docket activity report',
    'cases report',
    'case filed report',
    'cases filed report',
    'cases filed',
    'civil cases report',
    'criminal cases report',
    'bankruptcy cases report',
    'adversary cases report',
    'calendar',
    'calendar events',
    'calendar events report',
    'court calendar',
    'judgment index',
    'judgment index report',
    'written opinions',
    'written opinions report',
    'opinions report',
    'mdl report',
    'statistical report',
    'cause of action report',
  ],
  SERVICE_CENTER_SEARCH: [
    'service center search',
    'psc search',
    'search by psc',
    'pacer service center search',
  ],
  SERVICE_CENTER_COPY: [
    'service center copy',
    'service center copies',
    'psc copy',
    'psc copies',
    'pacer service center copies',
  ],
  ACCOUNT_RECORD: ['account record', 'account records', 'record of account'],
  TERMINAL_VIEW: ['terminal view', 'public terminal view'],
  TERMINAL_PRINT: ['terminal print', 'public terminal print', 'public terminal printing'],
  RETURNED_PAYMENT: [
    'returned payment',
    'returned check',
    'denied payment',
    'returned payment fee',
    'returned check fee',
  ],
};

const kindOfWords: ReadonlyMap<string, UseKind> = new Map(
  useKinds.flatMap((kind) =>
    [...words[kind], normalised(kind), normalised(useKindLabels[kind])].map((text) => [text, kind] as const),
  ),
);

/** What may follow a kind’s words without making them a document’s own title: numbers, and a case’s letters. */
const addition = /^(?:\S*\d\S*|no|nr|case|cv|cr|bk|ap|md|mj|mc|po|entry|page|pages|html|pdf)$/;

/** Image4-0: the image of entry 4, its main document. */
const image = /^image ?\d+(?: \d+)*$/;

/** Longer texts are descriptions of something else, and not worth looking at. */
const longestWords = 300;

function kindOfText(text: string): UseKind | null {
  if (text.length > longestWords) return null;
  const name = normalised(text);
  const exact = kindOfWords.get(name);
  if (exact) return exact;
  if (image.test(name)) return 'DOCUMENT';
  // The case locator’s descriptions: All Court Types Party Search, Bankruptcy Case Search.
  if (/ (?:case|party) search$/.test(name)) return 'SEARCH';
  const parts = name.split(' ');
  for (let n = parts.length - 1; n > 0; n--) {
    if (!addition.test(parts[n] ?? '')) return null;
    const kind = kindOfWords.get(parts.slice(0, n).join(' '));
    if (kind) return kind;
  }
  return null;
}

/** Words of a firm’s own for kinds, kept beside its mapping; they outrank ours. */
export type KindWords = Readonly<Record<string, UseKind>>;

/** Finds the kind of a use by what a file calls it; null where nothing is known by that, which is never guessed. */
export type KindFinder = (text: string) => UseKind | null;

export function kindFinder(own: KindWords = {}): KindFinder {
  const ownWords = new Map(Object.entries(own).map(([text, kind]) => [normalised(text), kind]));
  const find = remembered((text) => ({
    kind:
      (ownWords.size > 0 ? ownWords.get(normalised(text.slice(0, longestWords))) : undefined) ??
      kindOfText(text),
  }));
  return (text) => find(text).kind;
}

/** The kind by our words alone. */
export const kindOf: KindFinder = kindFinder();

const formatWords: Record<UseFormat, readonly string[]> = {
  HTML: ['htm', 'web', 'web page', 'text html', 'extracted'],
  PDF: ['application pdf', 'image', 'transcript', 'tif', 'tiff'],
  AUDIO: ['mp3', 'audio file', 'audio mpeg', 'audio mp3', 'wav'],
  PAPER: ['print', 'printed', 'paper copy'],
};

const formatOfWords: ReadonlyMap<string, UseFormat> = new Map(
  useFormats.flatMap((format) =>
    [format.toLowerCase(), ...formatWords[format]].map((text) => [text, format] as const),
  ),
);

const findFormat = remembered((text) => ({
  format: formatOfWords.get(normalised(text.slice(0, longestWords))) ?? null,
}));

/** The format by what a file calls it; null where nothing is known by that. */
export function formatOf(text: string): UseFormat | null {
  return findFormat(text).format;
}
