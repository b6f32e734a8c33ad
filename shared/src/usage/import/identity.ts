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

const untidy = /^\s|\s$|\s\s|[^\S ]/;

/** What sources write differently about the same text: case and spaces. */
function plain(text: string | null): string {
  if (text === null) return '';
  const lower = text.toLowerCase();
  return untidy.test(lower) ? lower.replace(/\s+/g, ' ').trim() : lower;
}

/** The number of a transaction; the credit for a use may bear the number of that use, and is not the same. */
export function transactionText({ transactionId, correction }: UploadedUse): string | null {
  if (transactionId === null) return null;
  return `T1${separator}${plain(transactionId)}${correction ? `${separator}credit` : ''}`;
}

/** What a use was. The account is that of the seven-digit number, which a login must be resolved to before. */
export function contentText(use: UploadedUse, accountNumber: number): string {
  const { courtId, instant, caseNumber, description, pages, billablePages, chargeCents } = use;
  return `C1${separator}${accountNumber}${separator}${courtId ?? ''}${separator}${instant}${separator}${plain(caseNumber)}${
    separator
  }${plain(description)}${separator}${pages ?? billablePages ?? ''}${separator}${chargeCents ?? ''}`;
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

/** Whether two uses are one: by their numbers where both have one, else by what they were. */
export function isSameUse(one: UseIdentity, other: UseIdentity): boolean {
  return one.byTransaction !== null && other.byTransaction !== null
    ? one.byTransaction === other.byTransaction
    : one.byContent === other.byContent;
}
