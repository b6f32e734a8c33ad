import { mailMessages } from '@countersign/drizzle/tables/notices';
import { eq, sql } from 'drizzle-orm';
import { createTransport, type Transporter } from 'nodemailer';
import { systemActor } from '../platform/actor';
import type { Site } from '../platform/site';
import { builder, compile } from '../platform/statement';

const mailById = compile(
  builder
    .select()
    .from(mailMessages)
    .where(eq(mailMessages.mailId, sql.placeholder('mailId'))),
);

/** Hands one mail to SMTP. It may go out twice when the process dies between SMTP's yes and the note of it, never not at all. */
export async function deliverMail(site: Site, transport: Transporter, mailId: string): Promise<void> {
  const [[mail]] = await site.database.read(systemActor, [mailById({ mailId })]);
  if (!mail || mail.sentAt) return;
  const attempts = mail.attempts + 1;
  const note = (outcome: { sentAt: Date; lastError: null } | { lastError: string }) =>
    site.database.write(systemActor, (tx) =>
      tx
        .update(mailMessages)
        .set({ ...outcome, attempts })
        .where(eq(mailMessages.mailId, mailId)),
    );
  try {
    await transport.sendMail({
      from: site.configuration.mailFrom,
      to: mail.toAddress,
      subject: mail.subject,
      text: mail.text,
      messageId: `<${mailId}@countersign>`,
    });
  } catch (cause) {
    await note({ lastError: cause instanceof Error ? cause.message.slice(0, 500) : 'unknown' });
    throw cause;
  }
  await note({ sentAt: site.clock.now(), lastError: null });
}

/** The way to SMTP; without a setting mail is refused and waits, it is never dropped. */
export function mailTransport(smtpUrl: string | undefined): Transporter {
  if (smtpUrl) return createTransport(smtpUrl);
  return createTransport({
    name: 'unset',
    version: '1',
    send: (_mail, done) => done(new Error('SMTP_URL is not set: mail waits until it is.'), undefined),
  });
}
