import type { UseKind } from '../use';
import type { OrdinalCounter } from './ordinals';
import type { UploadedUse } from './uploaded-use';

/**
 * What makes a use the same use when it is imported again or from elsewhere, as canonical texts to be hashed: the
 * same texts on every machine and in every version, since what is kept was hashed from them.
 */
export interface UseIdentity {
  /** From the service center’s number; null where the source has none. */
  readonly byTransaction: string | null;
  /** From what the use was, with its ordinal among identical rows of its file. */
  readonly byContent: string;
}

/** Texts hold no control characters but white space, so this one parts them for certain. */
const separator = '\u001f';

const tidy = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** What sources write differently about the same text: case, spaces, and the form of letters. */
function plain(text: string | null): string {
  if (text === null) return '';
  const lower = text.toLowerCase();
  return tidy.test(lower) ? lower : lower.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** As the fee schedules have had it all along; kept here, since a change of theirs may not change what is hashed. */
const capPages = 30;
const capped: ReadonlySet<UseKind> = new Set(['DOCUMENT', 'DOCKET_REPORT', 'CASE_REPORT', 'OPINION']);

/**
 * The pages that can be charged: some sources tell those, others all there are, and some both, with 0 to be charged
 * where a use is free. What was charged beyond the cap, by mistake, is cut as well, or only one of them would have it.
 */
function pagesOf({ kind, pages, billablePages }: UploadedUse): number | '' {
  const counted = billablePages || pages === null ? billablePages : pages;
  if (counted === null) return '';
  return capped.has(kind) ? Math.max(-capPages, Math.min(counted, capPages)) : counted;
}

/** The number of a transaction; the credit for a use may bear the number of that use, and is not the same. */
export function transactionText({ transactionId, correction }: UploadedUse): string | null {
  if (transactionId === null) return null;
  return `T1${separator}${plain(transactionId)}${correction ? `${separator}credit` : ''}`;
}

/** What a use was. The account is that of the seven-digit number, which a login must be resolved to before. */
export function contentText(use: UploadedUse, accountNumber: number): string {
  const { courtId, instant, caseNumber, description, chargeCents } = use;
  const what = `${plain(caseNumber)}${separator}${plain(description)}`;
  const howMuch = `${pagesOf(use)}${separator}${chargeCents ?? ''}`;
  return `C1${separator}${accountNumber}${separator}${courtId ?? ''}${separator}${instant}${separator}${what}${separator}${howMuch}`;
}

/**
 * The identity of a use; called once for each good row in the order of the file, with the file’s own counter, so that
 * two true purchases in one second both stay and both are found again.
 */
export function identityOf(use: UploadedUse, accountNumber: number, counter: OrdinalCounter): UseIdentity {
  const content = contentText(use, accountNumber);
  return {
    byTransaction: transactionText(use),
    byContent: `${content}${separator}${counter.next(content)}`,
  };
}
