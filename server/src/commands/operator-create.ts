import { roleGrants } from '@countersign/drizzle/tables/accounts';
import { siteStream } from '@countersign/shared/audit/entry';
import { usernameKey } from '@countersign/shared/signin/username';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { createAccount } from '../accounts/create-account';
import { freeNumber } from '../accounts/free-number';
import { recordAudit } from '../audit/record';
import { signInActor, systemActor } from '../platform/actor';
import { StartFault } from '../platform/fault';
import { hashPassword } from '../signin/password';
import { accountOfUsername } from '../signin/queries';
import { askPassword } from './ask-password';
import type { Command } from './command';

const details = z.object({
  username: z.string().min(8, 'needs at least 8 characters').max(255),
  'first-name': z.string().min(1).max(100),
  'last-name': z.string().min(1).max(100),
  email: z.email('is no e-mail address'),
});

export const operatorCreate: Command = {
  usage: 'operator:create --username NAME --first-name NAME --last-name NAME --email ADDRESS',
  about: 'Creates a person with the role of operator; asks for the password.',
  options: {
    username: { type: 'string' },
    'first-name': { type: 'string' },
    'last-name': { type: 'string' },
    email: { type: 'string' },
  },
  async run(site, { values }) {
    const given = details.safeParse(values);
    if (!given.success) {
      const issue = given.error.issues[0];
      throw new StartFault(
        `--${String(issue?.path[0])} ${values[String(issue?.path[0])] === undefined ? 'is missing' : issue?.message}.`,
      );
    }
    const { username, email } = given.data;
    const [[taken]] = await site.database.read(signInActor(null, systemActor), [
      accountOfUsername({ usernameKey: usernameKey(username) }),
    ]);
    if (taken)
      throw new StartFault(
        `The username ${username} is taken: choose another, or give that account the role with role:give.`,
      );
    const passwordHash = await hashPassword(await askPassword());
    const accountId = uuidv7();
    const now = site.clock.now();
    const number = await site.database.write(systemActor, async (tx) => {
      const accountNumber = await freeNumber(tx);
      await createAccount(tx, {
        accountId,
        accountNumber,
        userType: 'INDIVIDUAL',
        prefix: null,
        firstName: given.data['first-name'],
        middleName: null,
        lastName: given.data['last-name'],
        suffix: null,
        email,
        username,
        passwordHash,
        createdAt: now,
        upgradedAt: now,
      });
      await tx.insert(roleGrants).values({
        accountId,
        grantId: uuidv7(),
        role: 'OPERATOR',
        startsAt: now,
        remark: 'Created by command.',
      });
      await recordAudit(tx, systemActor, {
        stream: siteStream,
        action: 'accounts.operator.created',
        details: { accountId, accountNumber, username },
        subjects: [{ kind: 'account', id: accountId }],
        at: now,
      });
      return accountNumber;
    });
    return [`Operator ${username} has the account number ${number} and may sign in.`];
  },
};
