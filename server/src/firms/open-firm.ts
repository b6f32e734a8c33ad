import { sevenDigitNumber } from '@countersign/shared/accounts/account';
import { firmNameProblem } from '@countersign/shared/firms/firm';
import { v7 as uuidv7 } from 'uuid';
import { freeNumber } from '../accounts/free-number';
import { accountsByIds } from '../accounts/queries';
import { writeGrant } from '../accounts/write-grant';
import { recordAudit } from '../audit/record';
import { sendMail } from '../notices/send-mail';
import type { Actor } from '../platform/actor';
import { onceAs } from '../platform/idempotency';
import { authorize, refused } from '../platform/refusal';
import type { Site } from '../platform/site';
import { createFirm } from './create-firm';

export interface FirmToOpen {
  readonly name: string;
  readonly administratorId: string | null;
  /** The number its PAA has already, as it is written; null draws a free one. */
  readonly number: string | null;
  /** Null for a command, which a person runs once. */
  readonly idempotencyKey: string | null;
}

async function load(site: Site, actor: Actor, { name, administratorId, number }: FirmToOpen) {
  const problem = firmNameProblem(name);
  if (problem) throw refused(name === '' ? 'REQUIRED' : 'INVALID', 'name', problem);
  const wanted = number === null ? null : sevenDigitNumber(number);
  if (number !== null && wanted === null)
    throw refused('INVALID', 'number', 'A firm’s number has seven digits and does not begin with 0.');
  const keys = administratorId ? [administratorId] : [];
  const [[administrator]] = await site.database.read(actor, [accountsByIds({ keys })]);
  if (!administrator) throw refused('NOT_FOUND', 'administrator', 'There is no account with this number.');
  if (administrator.userType === 'GROUP')
    throw refused(
      'INVALID',
      'administrator',
      'A group account is shared, and an administrator is one person: name that person’s own account.',
    );
  if (administrator.accountId === actor.accountId)
    throw refused('ONESELF', 'administrator', 'A role is never given to oneself: name another person.');
  return { administrator, wanted };
}

/** Opens a firm’s PACER Administrative Account and makes a person its administrator, who is told by mail. */
export async function openFirm(site: Site, actor: Actor, wish: FirmToOpen): Promise<{ payerId: string }> {
  authorize(actor, 'firms.firm.create');
  const { administrator, wanted } = await load(site, actor, wish);
  const { accountId } = administrator;
  const { name } = wish;
  const now = site.clock.now();
  const request = [name, accountId, wanted];

  return site.database.write(actor, (tx) =>
    onceAs(tx, actor, { operation: 'firmCreate', key: wish.idempotencyKey, request, at: now }, async () => {
      const payerId = uuidv7();
      const number = wanted ?? (await freeNumber(tx));
      if (!(await createFirm(tx, { payerId, number, name, createdAt: now })))
        throw refused('TAKEN', 'number', 'An account or a firm has this number already.');
      await recordAudit(tx, actor, {
        stream: { kind: 'firm', id: payerId },
        action: 'firms.firm.created',
        details: { payerId, number, name, administrator: accountId },
        subjects: [{ kind: 'account', id: accountId }],
        at: now,
      });
      const role = { role: 'FIRM_ADMINISTRATOR' as const, firmId: payerId, courtId: null, until: null };
      await writeGrant(tx, actor, { ...role, accountId, remark: 'Named when the firm was created.' }, now);
      await sendMail(tx, {
        accountId,
        to: administrator.email,
        subject: `You administer ${name} at Countersign`,
        text: `${name} now has its PACER Administrative Account here. Its number is ${number}, and you are its administrator: from your next page on you see the firm’s people and what they spend.\n\nIf you did not expect it, answer this mail.\n`,
        at: now,
      });
      return { payerId };
    }),
  );
}
