import { caughtMails } from '@countersign/drizzle/tables/notices';
import { systemActor } from '@countersign/server/platform/actor';
import { v7 as uuidv7 } from 'uuid';
import type { Subjects } from './site-pages';
import type { TestSite } from './test-site';

/** A role, a mail and an interval that pages can be about. */
export async function findSubjects(site: TestSite): Promise<Subjects> {
  const mail = {
    mailId: uuidv7(),
    receivedAt: site.clock.now(),
    sender: 'Countersign <no-reply@countersign.test>',
  };
  const text = 'You have been given a role. See https://countersign.test/account for it.\n';
  await site.database.write(systemActor, (tx) =>
    tx.insert(caughtMails).values({ ...mail, recipients: ['sam.okafor@mowb.test'], subject: 'A mail', text }),
  );
  const operator = await site.signedIn('operator.demo');
  const {
    roleGrants,
    caughtMails: mails,
    firm,
  } = await operator.data(`{
    roleGrants(first: 1, filter: { role: [CLERK], court: "mowb" }) { nodes { id } }
    caughtMails(first: 1) { nodes { id } }
    firm(id: "1000001") { linkages(first: 1) { nodes { id } } }
  }`);
  const linkage = firm.linkages.nodes[0].id;
  return { grant: roleGrants.nodes[0].id, mail: mails.nodes[0].id, linkage };
}
