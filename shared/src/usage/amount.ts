import { billablePages, bytesToPages } from './billable-pages';
import type { FeeSchedule } from './fee-schedule';
import { type PriceRefusal, priceRefusal } from './price-refusal';
import type { Use } from './use';

/** Far above any use there is, and low enough that no charge leaves the safe integers. */
const most = 1_000_000;

export type AmountBasis = 'PAGES' | 'BYTES' | 'NO_MATCHES' | 'DOCUMENTS' | 'FILES' | 'ITEMS' | 'PAYMENT';

/** How much of a use there is, and how much of it is charged. */
export interface Amount {
  readonly ok: true;
  readonly basis: AmountBasis;
  /** Before the cap. */
  readonly given: number;
  /** After the cap. */
  readonly billable: number;
}

function amount(basis: AmountBasis, given: number, billable = given): Amount {
  return { ok: true, basis, given, billable };
}

function badCount(value: number, field: keyof Use, limit: number): PriceRefusal | null {
  if (!Number.isInteger(value) || value < 0) {
    return priceRefusal('BAD_NUMBER', field, `${value} is not a whole number of ${field} from 0.`);
  }
  return value > limit
    ? priceRefusal('TOO_MANY', field, `${value} ${field} are more than one use can have.`)
    : null;
}

/** The first number of a use that cannot be counted with, whether or not its kind needs it. */
export function countProblem(use: Use, schedule: FeeSchedule): PriceRefusal | null {
  for (const field of ['pages', 'bytes', 'matches', 'files', 'items'] as const) {
    const value = use[field] ?? null;
    const limit = field === 'bytes' ? most * schedule.bytesPerPage : field === 'matches' ? most * most : most;
    const problem = value === null ? null : badCount(value, field, limit);
    if (problem) return problem;
  }
  for (const pages of use.documentPages ?? []) {
    const problem = badCount(pages, 'documentPages', most);
    if (problem) return problem;
  }
  return null;
}

function pagesGiven(use: Use, schedule: FeeSchedule): Amount | PriceRefusal {
  const { kind, matches } = use;
  const format = use.format ?? null;
  const pages = use.pages ?? null;
  const bytes = use.bytes ?? null;
  const noMatches = () => amount('NO_MATCHES', schedule.noMatchPages);
  if (kind === 'SEARCH' && matches === 0) return noMatches();
  if (bytes !== null && (format === 'HTML' || (format === null && pages === null))) {
    return amount('BYTES', bytesToPages(bytes, schedule));
  }
  if (pages !== null) return kind === 'SEARCH' && pages === 0 ? noMatches() : amount('PAGES', pages);
  return bytes === null
    ? priceRefusal('AMOUNT_MISSING', 'pages', 'Neither pages nor bytes are given.')
    : priceRefusal('AMOUNT_MISSING', 'pages', 'Bytes are given, but only HTML is counted by bytes.');
}

function copiesGiven(use: Use, schedule: FeeSchedule): Amount | PriceRefusal {
  const pages = use.pages ?? null;
  const documents = use.documentPages ?? (pages === null ? [] : [pages]);
  if (documents.length === 0) {
    return priceRefusal(
      'AMOUNT_MISSING',
      'documentPages',
      'The pages of the copied documents are not given.',
    );
  }
  const given = documents.reduce((sum, pages) => sum + pages, 0);
  if (given > most)
    return priceRefusal('TOO_MANY', 'documentPages', `${given} pages are more than one use can have.`);
  if (use.format === 'PAPER') return amount('DOCUMENTS', given);
  const mostDocuments = schedule.serviceCenterElectronicDocuments;
  if (documents.length > mostDocuments) {
    return priceRefusal(
      'TOO_MANY',
      'documentPages',
      `The service center sends at most ${mostDocuments} documents electronically at one request, not ${documents.length}.`,
    );
  }
  // The cap is that of a document, of which a request can have several.
  const billable = documents.reduce((sum, pages) => sum + billablePages(pages, 'DOCUMENT', schedule), 0);
  return amount('DOCUMENTS', given, billable);
}

/** How much there is to charge for; the use’s numbers must have passed `countProblem`. */
export function amountOf(use: Use, schedule: FeeSchedule): Amount | PriceRefusal {
  switch (use.kind) {
    case 'AUDIO':
      return amount('FILES', use.files ?? 1);
    case 'SERVICE_CENTER_SEARCH':
      return amount('ITEMS', use.items ?? 1);
    case 'RETURNED_PAYMENT':
      return amount('PAYMENT', 1);
    case 'SERVICE_CENTER_COPY':
      return copiesGiven(use, schedule);
    default: {
      const given = pagesGiven(use, schedule);
      return given.ok ? { ...given, billable: billablePages(given.given, use.kind, schedule) } : given;
    }
  }
}
