import { fullName } from '@countersign/shared/accounts/account';
import type { Interval } from '@countersign/shared/firms/interval';
import { intervalText } from '@countersign/shared/firms/interval-text';
import { dollars } from '@countersign/shared/usage/dollars';
import { administratorsOf } from '../accounts/administrators-of';
import type { AccountRow } from '../accounts/queries';
import { sendMail } from '../notices/send-mail';
import type { Transaction } from '../platform/database';
import type { ReattributedUses } from '../usage/reattribute-uses';
import type { FirmRow } from './queries';

/** The two whom an interval is about. */
export interface Parties {
  readonly account: AccountRow;
  readonly firm: FirmRow;
}

interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** What the holder of the account and what the firm’s administrators are told. */
export interface News {
  readonly holder: Letter;
  readonly firm: Letter;
}

const unexpected = 'If you did not expect it, answer this mail.';
const personOf = ({ account }: Parties) => `${fullName(account)} (${account.accountNumber})`;
const firmOf = ({ firm }: Parties) => `${firm.name} (${firm.number})`;

/** What of earlier uses went from one to the other; nothing where none did. */
function movedText({ moved, chargeCents }: ReattributedUses): string {
  if (moved === 0) return '';
  return ` With it, ${moved === 1 ? 'one earlier use' : `${moved} earlier uses`} (${dollars(chargeCents)}) changed hands.`;
}

export function newsOfSetting(
  parties: Parties,
  interval: Interval,
  zone: string,
  moved: ReattributedUses,
): News {
  const { account, firm } = parties;
  const time = intervalText(interval, zone);
  const last = `${movedText(moved)} ${unexpected}\n`;
  return {
    holder: {
      subject: `${firm.name} pays for what your account uses`,
      text: `${firmOf(parties)} answers for your PACER account ${account.accountNumber} ${time}.\n\nWhat the account uses in that time is billed to the firm and not to you, and the firm’s administrators see it.${last}`,
    },
    firm: {
      subject: `${fullName(account)} is linked to ${firm.name}`,
      text: `${personOf(parties)} is linked to ${firmOf(parties)} ${time}.\n\nWhat the account uses in that time is billed to the firm.${last}`,
    },
  };
}

export function newsOfCorrecting(
  parties: Parties,
  before: Interval,
  after: Interval,
  zone: string,
  moved: ReattributedUses,
): News {
  const { account, firm } = parties;
  const time = `${intervalText(after, zone)}. Before, it was held to be ${intervalText(before, zone)}.\n\nWhat the account used is billed to whoever answers for it now.${movedText(moved)} ${unexpected}\n`;
  return {
    holder: {
      subject: `Corrected: when ${firm.name} pays for your account`,
      text: `${firmOf(parties)} answers for your PACER account ${account.accountNumber} ${time}`,
    },
    firm: {
      subject: `Corrected: when ${fullName(account)} is linked to ${firm.name}`,
      text: `${personOf(parties)} is linked to ${firmOf(parties)} ${time}`,
    },
  };
}

export function newsOfRemoving(
  parties: Parties,
  interval: Interval,
  zone: string,
  moved: ReattributedUses,
): News {
  const { account, firm } = parties;
  const last = `${movedText(moved)} ${unexpected}\n`;
  const time = `${intervalText(interval, zone)} was set by mistake and is taken back.`;
  return {
    holder: {
      subject: `Taken back: ${firm.name} pays for your account`,
      text: `That ${firmOf(parties)} answers for your PACER account ${account.accountNumber} ${time}\n\nWhat the account used in that time is yours to pay.${last}`,
    },
    firm: {
      subject: `Taken back: ${fullName(account)} is linked to ${firm.name}`,
      text: `That ${personOf(parties)} is linked to ${firmOf(parties)} ${time}\n\nWhat the account used in that time is no longer billed to the firm.${last}`,
    },
  };
}

/** Tells the holder and the firm’s administrators by mail, nobody twice. */
export async function tell(
  tx: Transaction,
  { account, firm }: Parties,
  news: News,
  now: Date,
): Promise<void> {
  await sendMail(tx, { accountId: account.accountId, to: account.email, ...news.holder, at: now });
  for (const administrator of await administratorsOf(tx, firm.payerId, now)) {
    if (administrator.accountId === account.accountId) continue;
    const { accountId, email } = administrator;
    await sendMail(tx, { accountId, to: email, ...news.firm, at: now });
  }
}
