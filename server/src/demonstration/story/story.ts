import type { UploadedUse } from '@countersign/shared/usage/import/uploaded-use';
import type { Matter } from './matters';
import type { Practice } from './practices';

/** From an instant, in milliseconds, until another, which is no longer in it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Somebody whose uses a payer answers for. */
export interface Member {
  readonly accountNumber: number;
  readonly loginId: string;
  /** As lists of transactions have it: Whitfield, Nora. */
  readonly userName: string;
  readonly costCenter: string;
  readonly practice: Practice;
  /** How much he uses beside others; an associate has 1. */
  readonly pace: number;
  /** While his uses are the payer's. */
  readonly spans: readonly Span[];
  /** Courts that appointed him under the Criminal Justice Act. */
  readonly appointedIn?: readonly string[];
}

/** Weeks in which one matter takes nearly everything, in days of the zone, both included. */
export interface Trial {
  readonly matter: Matter;
  readonly from: string;
  readonly to: string;
}

/** Whose uses are made up, from when until when, and how many. */
export interface Story {
  /** The same seed gives the same uses. */
  readonly seed: string;
  readonly zone: string;
  /** The first day, in the zone. */
  readonly from: string;
  /** The instant, in milliseconds, after which nothing was used yet. */
  readonly until: number;
  readonly uses: number;
  readonly members: readonly Member[];
  readonly matters: readonly Matter[];
  readonly trial: Trial | null;
  /** How much the quarters differ, from the first on; those beyond have 1. */
  readonly quarters?: readonly number[];
  /** Only searches in the case locator, such as its receipts are of. */
  readonly locatorOnly?: boolean;
}

/** Ways in which a made-up charge differs from the schedule, as audits of charges name them. */
export type ChargeMistake =
  | 'CAP_NOT_APPLIED'
  | 'BEGUN_PAGE_NOT_COUNTED'
  | 'CHARGED_THOUGH_EXEMPT'
  | 'CAP_APPLIED_TO_UNCAPPED';

/** A use that was made up. */
export interface StoryUse extends UploadedUse {
  readonly transactionId: string;
  readonly accountNumber: number;
  readonly loginId: string;
  readonly userName: string;
  readonly costCenter: string;
  readonly chargeCents: number;
  /** What the schedule would have it cost; of a correction, what it takes back. */
  readonly expectedCents: number;
  /** What is wrong with its charge; null where nothing is. */
  readonly mistake: ChargeMistake | null;
}
