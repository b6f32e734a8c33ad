import type { Day } from '../day';
import type { UseFormat, UseKind } from '../use';

/** A use as a file or a receipt tells it; null is what it does not tell. */
export interface UploadedUse {
  /** The service center’s own number of the use. */
  readonly transactionId: string | null;
  /** Milliseconds since 1970 in UTC. */
  readonly instant: number;
  /** False where the source gives only the day; the instant is then its beginning. */
  readonly timeKnown: boolean;
  /** The day in the service center’s zone. */
  readonly day: Day;
  /** Seven digits; at least this or the login is there. */
  readonly accountNumber: number | null;
  readonly loginId: string | null;
  readonly userName: string | null;
  readonly costCenter: string | null;
  /** Null for what is used in no court: the case locator, the service center. */
  readonly courtId: string | null;
  readonly caseNumber: string | null;
  readonly clientCode: string | null;
  readonly kind: UseKind;
  readonly search: string | null;
  readonly description: string | null;
  readonly format: UseFormat | null;
  readonly bytes: number | null;
  /** Negative in a correction that takes pages back. */
  readonly pages: number | null;
  readonly billablePages: number | null;
  /** In cents; negative in a correction. */
  readonly chargeCents: number | null;
  readonly exempt: boolean | null;
  /** Why, in the source’s words. */
  readonly exemptReason: string | null;
  /** A credit for an earlier use: its charge is negative. */
  readonly correction: boolean;
}

/** A row as it was read: a use, or everything that is wrong with it. */
export type RowReading<Problem> =
  | { readonly ok: true; readonly use: UploadedUse }
  | { readonly ok: false; readonly problems: readonly Problem[] };
