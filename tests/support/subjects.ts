import { caughtMails } from '@countersign/drizzle/tables/notices';
import { systemActor } from '@countersign/server/platform/actor';
import { checkImport } from '@countersign/server/usage/import/check';
import { v7 as uuidv7 } from 'uuid';
import { done, upload } from './imports';
import type { Subjects } from './site-pages';
import type { TestSite } from './test-site';

/** Rows that are good and bad in several ways, and a column with a name of its own. */
const list = `Account Number,Date,Time,Court,Case Number,Client Code,Type,Description,Pages,Charge,Wieviel
2000006,2026-01-12,15:04:05,mowd,4:26-cv-00001,10422.001,Document,Complaint,3,0.30,x
2000006,2026-01-13,15:04:05,mowd,4:26-cv-00001,10422.001,Document,Answer,4,$0.50,x
2000006,2026-01-14,15:04:05,atlantis,4:26-cv-00001,,Document,Order,4,0.40,x
1234567,2026-01-15,,mowd,4:26-cv-00001,,Document,Order,4,much,x
2000006,2026-01-16,,mowd,4:26-cv-00001,,Blatt,Order,4,0.40,x
`;

/** An import that was checked; its work is done here, where no jobs run. */
async function checkedImport(site: TestSite, username: string, payer: string, name: string): Promise<string> {
  const client = await site.signedIn(username);
  const { id } = await upload(client, payer, list, { name });
  if (id === null) throw new Error('The list was refused.');
  await done(client, 'Check', id);
  const [, payerId = '', importId = ''] = Buffer.from(id, 'base64url').toString().split(':');
  await checkImport(site, { payerId, importId }, new AbortController().signal);
  return id;
}

/** A role, a mail, an interval and imports that pages can be about. */
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
  return {
    grant: roleGrants.nodes[0].id,
    mail: mails.nodes[0].id,
    linkage,
    firmImport: await checkedImport(site, 'firmadmin.demo', '1000001', 'firm.csv'),
    ownImport: await checkedImport(site, 'attorney.demo', 'me', 'own.csv'),
  };
}
