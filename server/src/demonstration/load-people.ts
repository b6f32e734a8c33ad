import { roleGrants } from '@countersign/drizzle/tables/accounts';
import { linkages } from '@countersign/drizzle/tables/firms';
import { v7 as uuidv7 } from 'uuid';
import { createAccounts } from '../accounts/create-account';
import { createFirm } from '../firms/create-firm';
import type { Transaction } from '../platform/database';
import { hashPassword } from '../signin/password';
import { type DemonstrationFirm, type DemonstrationPerson, demonstrationPassword } from './people';
import { spanOf } from './stories';
import type { Time } from './time';

const remark = 'Came with the demonstration.';

const firstInstant = (day: string) => new Date(`${day}T15:00:00Z`);

async function loadFirms(
  tx: Transaction,
  firms: readonly DemonstrationFirm[],
): Promise<ReadonlyMap<number, string>> {
  const ids = new Map<number, string>();
  for (const { number, name, createdAt } of firms) {
    const payerId = uuidv7();
    ids.set(number, payerId);
    const firm = { payerId, number, name, createdAt: firstInstant(createdAt) };
    if (!(await createFirm(tx, firm))) throw new Error(`The number ${number} is taken.`);
  }
  return ids;
}

type Known = readonly (readonly [DemonstrationPerson, accountId: string])[];

async function loadAccounts(tx: Transaction, known: Known, passwordHash: string): Promise<void> {
  const given = known.map(([person, accountId]) => {
    const { number, userType, firstName, lastName, email, username, upgraded } = person;
    const createdAt = firstInstant(person.createdAt);
    return {
      accountId,
      accountNumber: number,
      userType,
      prefix: null,
      firstName,
      middleName: null,
      lastName,
      suffix: null,
      email,
      username,
      passwordHash,
      createdAt,
      upgradedAt: upgraded ? createdAt : null,
    };
  });
  await createAccounts(tx, given);
}

function linkagesOf(known: Known, firmIds: ReadonlyMap<number, string>, time: Time) {
  return known.flatMap(([person, accountId]) =>
    (person.employments ?? []).map((employment) => {
      const { from, to } = spanOf(person, employment, time);
      return {
        accountId,
        linkageId: uuidv7(),
        payerId: firmIds.get(employment.firm) ?? '',
        startsAt: new Date(from),
        endsAt: to === null ? null : new Date(to),
        costCenter: employment.costCenter,
        remark: employment.as,
        setAt: time.now,
      };
    }),
  );
}

function grantsOf(known: Known, firmIds: ReadonlyMap<number, string>, { now: startsAt }: Time) {
  return known.flatMap(([{ roles }, accountId]) =>
    roles.map(({ role, firm, court }) => ({
      accountId,
      grantId: uuidv7(),
      role,
      firmId: firm ? firmIds.get(firm) : null,
      courtId: court ?? null,
      startsAt,
      remark,
    })),
  );
}

export interface Cast {
  readonly firms: readonly DemonstrationFirm[];
  readonly people: readonly DemonstrationPerson[];
}

/** Writes firms of the demonstration, their people, who works where and who may do what. */
export async function loadPeople(tx: Transaction, { firms, people }: Cast, time: Time): Promise<void> {
  const passwordHash = await hashPassword(demonstrationPassword);
  const firmIds = await loadFirms(tx, firms);
  const known = people.map((person) => [person, uuidv7()] as const);
  await loadAccounts(tx, known, passwordHash);
  await tx.insert(linkages).values(linkagesOf(known, firmIds, time));
  await tx.insert(roleGrants).values(grantsOf(known, firmIds, time));
}
