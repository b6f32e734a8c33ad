import { roleGrants } from '@countersign/drizzle/tables/accounts';
import { firms } from '@countersign/drizzle/tables/firms';
import { siteStream } from '@countersign/shared/audit/entry';
import { count, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { createAccount } from '../accounts/create-account';
import { recordAudit } from '../audit/record';
import { createFirm } from '../firms/create-firm';
import { systemActor } from '../platform/actor';
import type { Transaction } from '../platform/database';
import type { Site } from '../platform/site';
import { hashPassword } from '../signin/password';
import {
  type DemonstrationPerson,
  demonstrationFirms,
  demonstrationPassword,
  demonstrationPeople,
} from './people';

async function loadPerson(
  tx: Transaction,
  person: DemonstrationPerson,
  firmIds: Map<number, string>,
  passwordHash: string,
  now: Date,
) {
  const accountId = uuidv7();
  const createdAt = new Date(`${person.createdAt}T15:00:00Z`);
  await createAccount(tx, {
    accountId,
    accountNumber: person.number,
    userType: person.userType,
    prefix: null,
    firstName: person.firstName,
    middleName: null,
    lastName: person.lastName,
    suffix: null,
    email: person.email,
    username: person.username,
    passwordHash,
    createdAt,
    upgradedAt: person.upgraded ? createdAt : null,
  });
  for (const { role, firm, court } of person.roles) {
    await tx.insert(roleGrants).values({
      accountId,
      grantId: uuidv7(),
      role,
      firmId: firm ? firmIds.get(firm) : null,
      courtId: court ?? null,
      startsAt: now,
      remark: 'Came with the demonstration.',
    });
  }
}

/** Loads the demonstration's firms and people into a database that has none of them; true when it did. */
export async function loadDemonstration(site: Site): Promise<boolean> {
  const now = site.clock.now();
  const passwordHash = await hashPassword(demonstrationPassword);
  return site.database.write(systemActor, async (tx) => {
    const [have] = await tx
      .select({ count: count() })
      .from(firms)
      .where(eq(firms.number, demonstrationFirms[0].number));
    if ((have?.count ?? 0) > 0) return false;
    const firmIds = new Map<number, string>();
    for (const { number, name } of demonstrationFirms) {
      const payerId = uuidv7();
      firmIds.set(number, payerId);
      await createFirm(tx, { payerId, number, name, createdAt: now });
    }
    for (const person of demonstrationPeople) await loadPerson(tx, person, firmIds, passwordHash, now);
    await recordAudit(tx, systemActor, {
      stream: siteStream,
      action: 'site.demonstration.loaded',
      details: { firms: demonstrationFirms.length, people: demonstrationPeople.length },
      at: now,
    });
    return true;
  });
}
