import { dollars } from '@countersign/shared/usage/dollars';
import { exemptReasonLabels } from '@countersign/shared/usage/exemption';
import type { UsageBatchOrigin, UseAuthority, UseExemptReason, UseFormat } from '../generated/graphql';
import { showInstant } from '../ui/dates';
import type { UseRow } from './usesQuery';

export const exemptReasonNames: Record<UseExemptReason, string> = {
  ...exemptReasonLabels,
  OTHER: 'For another reason',
};

export const formatNames: Record<UseFormat, string> = {
  HTML: 'Web page',
  PDF: 'PDF',
  AUDIO: 'Recording',
  PAPER: 'Paper',
};

export const authorityNames: Record<UseAuthority, string> = {
  RECORDED: 'Recorded',
  UPLOADED: 'Uploaded',
};

/** What follows from who says that a use happened. */
export const authoritySentences: Record<UseAuthority, string> = {
  RECORDED: 'Recorded by the service center or a court: it is billed.',
  UPLOADED: 'From an upload of the payer: it is reconciled, never billed.',
};

export const originNames: Record<UsageBatchOrigin, string> = {
  FILE: 'A list of transactions',
  RECEIPTS: 'Receipts',
  DEMONSTRATION: 'The demonstration',
};

export const batchName = ({ fileName, origin, at }: NonNullable<UseRow['batch']>) =>
  `${fileName ?? originNames[origin]}, ${showInstant(at)}`;

export const noClientCode = 'No client code';
export const noCostCenter = 'No cost center';
export const noCourt = 'No court';

/** How a charge compares with the price, in a word or two; nothing where it is the price. */
export function checkWords({ verdict, difference }: Pick<UseRow, 'verdict' | 'difference'>): string | null {
  const cents = Math.abs(difference?.cents ?? 0);
  if (verdict === 'OVER') return `${dollars(cents)} over`;
  if (verdict === 'UNDER') return `${dollars(cents)} under`;
  return verdict === 'UNCHECKABLE' ? 'Not checkable' : null;
}
