import type { AddressInfo } from 'node:net';
import { caughtMails } from '@countersign/drizzle/tables/notices';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { v7 as uuidv7 } from 'uuid';
import { systemActor } from '../platform/actor';
import type { Site } from '../platform/site';

export interface MailCatcher {
  readonly smtpUrl: string;
  stop(): Promise<void>;
}

const largestMail = 5 * 1024 * 1024;

/** The answer to a mail that is larger than it said. */
const tooLarge = () => Object.assign(new Error('The mail is too large.'), { responseCode: 552 });

/** A real SMTP server on loopback that keeps what it is given, so that a demonstration sends mail to nobody. */
export async function startMailCatcher(site: Site): Promise<MailCatcher> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: largestMail,
    logger: false,
    onData(stream, session, done) {
      simpleParser(stream)
        .then((mail) => {
          if (stream.sizeExceeded) throw tooLarge();
          return site.database.write(systemActor, (tx) =>
            tx.insert(caughtMails).values({
              mailId: uuidv7(),
              receivedAt: site.clock.now(),
              sender: mail.from?.text ?? '',
              recipients: session.envelope.rcptTo.map((to) => to.address),
              subject: mail.subject ?? '',
              text: mail.text ?? '',
            }),
          );
        })
        .then(() => done(), done);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
