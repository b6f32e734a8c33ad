import { mailMessages } from '@countersign/drizzle/tables/notices';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../platform/database';
import { addJob } from '../platform/jobs';

export interface Mail {
  readonly accountId: string | null;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
}

/** Decides in the transaction that a mail goes out; a job hands it to SMTP once the transaction has committed. */
export async function sendMail(tx: Transaction, mail: Mail): Promise<void> {
  const mailId = uuidv7();
  await tx.insert(mailMessages).values({
    mailId,
    accountId: mail.accountId,
    toAddress: mail.to,
    subject: mail.subject,
    text: mail.text,
    createdAt: mail.at,
  });
  await addJob(tx, 'notices:send-mail', { mailId });
}
