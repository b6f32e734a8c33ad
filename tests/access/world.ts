import { roleGrants } from '@countersign/drizzle/tables/accounts';
import { linkages } from '@countersign/drizzle/tables/firms';
import { caughtMails } from '@countersign/drizzle/tables/notices';
import { createAccount } from '@countersign/server/accounts/create-account';
import { globalId } from '@countersign/server/api/global-id';
import { demonstrationPeople } from '@countersign/server/demonstration/people';
import { systemActor } from '@countersign/server/platform/actor';
import type { Role } from '@countersign/shared/accounts/roles';
import { v7 as uuidv7 } from 'uuid';
import { ApiClient } from '../support/api-client';
import { codeAssigned } from '../support/client-codes';
import { plainSql } from '../support/sql';
import { openTestSite, type TestSite } from '../support/test-site';
import { type Caller, callers, usernameOf } from './callers';
import { addFullImport, addImport } from './imports-of-world';
import { addUsage } from './usage-of-world';

/** Accounts by number: the demonstration's, and two who work beside its people. */
const colleague = 2000101;
const deskmate = 2000102;
const stranger = 2000007;

/** A username that has been tried too often, from wherever. */
export const throttledUsername = 'throttled.nobody';

/**
 * A site in which everything has a value, so that an empty answer means it was withheld, with a firm (1000001), a
 * court (mowd) and people that are one's own for one caller and another's for the rest.
 */
export interface World {
  readonly site: TestSite;
  /** A caller's own client, at this server or another; its cookies stay as they are. */
  clientOf(caller: Caller, url?: string): ApiClient;
  /** Signed in anew, for what ends the session. */
  freshClientOf(caller: Caller, url?: string): Promise<ApiClient>;
  /** A server whose database hides nothing: what is withheld there, our own code withholds. */
  serverWithoutPolicies(): Promise<string>;
  /** The seven-digit number of a caller's account; a stranger's for a visitor. */
  numberOf(caller: Caller): number;
  /** Global ids of what the matrix looks at. */
  readonly ids: Readonly<Record<Thing, string>>;
  accountIdOf(caller: Caller): string;
  /** A court where the stranger has no role yet. */
  freeCourt(): string;
  /** The global id of a role that stands, made for this call. */
  newGrant(): Promise<string>;
  /** An hour that no interval of the stranger's is in, as the fields of an input. */
  freeHour(): string;
  /** The global id of an interval, made for this call. */
  newLinkage(): Promise<string>;
  /** The global id of a client code that the firm's administrator gave, made for this call. */
  newCodeChange(): Promise<string>;
  /** The global id of an import of the firm's in a state, made for this call. */
  newImport(state: string): Promise<string>;
  /** The global id of a view that a caller kept, made for this call; another's for a visitor. */
  newView(caller: Caller): Promise<string>;
  close(): Promise<void>;
}

export type Thing =
  | 'colleague'
  | 'deskmate'
  | 'stranger'
  | 'firm'
  | 'court'
  | 'grantAtFirm'
  | 'grantAtCourt'
  | 'grantOnSite'
  | 'linkageAtFirm'
  | 'linkageElsewhere'
  | 'mail'
  | 'use'
  | 'batch'
  | 'codeChange'
  | 'standingChange'
  | 'usageImport'
  | 'savedView';

const minute = 60_000;

interface NewGrant {
  readonly accountId: string;
  readonly role: Role;
  readonly firmId?: string;
  readonly courtId?: string;
  readonly ended?: boolean;
}

export async function openWorld(): Promise<World> {
  const site = await openTestSite();
  const sql = plainSql(site.db.superuserUrl);
  const now = site.clock.now().getTime();
  const write = site.database.write.bind(site.database);

  for (const [number, firstName] of [
    [colleague, 'Cora'],
    [deskmate, 'Dean'],
  ] as const) {
    await write(systemActor, (tx) =>
      createAccount(tx, {
        accountId: uuidv7(),
        accountNumber: number,
        userType: 'INDIVIDUAL',
        prefix: null,
        firstName,
        middleName: null,
        lastName: 'Beside',
        suffix: null,
        email: `${firstName.toLowerCase()}@example.test`,
        username: `${firstName.toLowerCase()}.beside`,
        passwordHash: 'none',
        createdAt: new Date(now),
        upgradedAt: null,
      }),
    );
  }
  await sql`update accounts set prefix = 'Dr.', middle_name = 'Q.', suffix = 'Jr.'`;
  await sql`update courts set retired_on = '2099-01-01' where court_id = 'mowd'`;
  await sql`update court_contacts set name = 'Desk', email = 'desk@example.test', note = 'By day.'`;

  const accounts = new Map(
    (
      await sql<
        { number: number; id: string }[]
      >`select account_number as number, account_id as id from accounts`
    ).map(({ number, id }) => [number, id]),
  );
  const accountOf = (number: number) => accounts.get(number) as string;
  const numberOf = (caller: Caller) =>
    demonstrationPeople.find((person) => person.username === usernameOf[caller])?.number ?? stranger;
  const firmOf = async (number: number) =>
    (await sql<{ id: string }[]>`select payer_id as id from firms where number = ${number}`)[0]?.id as string;
  const [firm, otherFirm] = [await firmOf(1000001), await firmOf(1000002)];
  await sql`insert into throttles (key, points, expire) values (${`strangers:${throttledUsername}`}, 100, ${now + 60 * minute})`;
  // Those of the demonstration would overlap with the world's own.
  await sql`delete from linkages`;
  const usage = await addUsage(site, sql, {
    firm,
    otherFirm,
    colleague: accountOf(colleague),
    administrator: accountOf(numberOf('administrator')),
    operator: accountOf(numberOf('operator')),
    everybody: callers.flatMap((caller) => (usernameOf[caller] === null ? [] : accountOf(numberOf(caller)))),
  });
  await sql.end();

  const give = async ({ ended = false, ...grant }: NewGrant): Promise<string> => {
    const grantId = uuidv7();
    await write(systemActor, (tx) =>
      tx.insert(roleGrants).values({
        ...grant,
        grantId,
        startsAt: new Date(now - 60 * minute),
        until: new Date(now + 60 * minute),
        endedAt: ended ? new Date(now - minute) : null,
        remark: 'For a test.',
        givenBy: accountOf(numberOf('operator')),
      }),
    );
    return globalId('grant', grant.accountId, grantId);
  };
  // Everyone has been an administrator of the other firm.
  for (const caller of callers)
    if (usernameOf[caller] !== null)
      await give({
        accountId: accountOf(numberOf(caller)),
        role: 'FIRM_ADMINISTRATOR',
        firmId: otherFirm,
        ended: true,
      });

  let hours = 0;
  const nextHour = () => {
    hours += 2;
    const startsAt = new Date(Date.UTC(2010, 0, 1, hours));
    return { startsAt, endsAt: new Date(startsAt.getTime() + 60 * minute) };
  };
  const inForce = { startsAt: new Date(now - 60 * minute), endsAt: new Date(now + 60 * minute) };
  const link = async (accountId: string, payerId: string, times = inForce): Promise<string> => {
    const linkageId = uuidv7();
    await write(systemActor, (tx) =>
      tx.insert(linkages).values({
        accountId,
        linkageId,
        payerId,
        ...times,
        costCenter: 'Tax',
        remark: 'For a test.',
        setBy: accountOf(numberOf('operator')),
        setAt: new Date(now),
      }),
    );
    return globalId('linkage', accountId, linkageId);
  };
  // The other firm pays for everyone who asks.
  for (const caller of callers)
    if (usernameOf[caller] !== null) await link(accountOf(numberOf(caller)), otherFirm);

  const mailId = uuidv7();
  await write(systemActor, (tx) =>
    tx.insert(caughtMails).values({
      mailId,
      receivedAt: new Date(now),
      sender: 'site@example.test',
      recipients: ['ada@example.test'],
      subject: 'Subject',
      text: 'Text',
    }),
  );

  const administrator = accountOf(numberOf('administrator'));
  for (const caller of callers) {
    const own = accountOf(numberOf(caller));
    if (usernameOf[caller] !== null) await addFullImport(site, own, own, own);
  }

  const ids: World['ids'] = {
    colleague: globalId('account', accountOf(colleague)),
    deskmate: globalId('account', accountOf(deskmate)),
    stranger: globalId('account', accountOf(stranger)),
    firm: globalId('firm', firm),
    court: globalId('court', 'mowd'),
    grantAtFirm: await give({
      accountId: accountOf(colleague),
      role: 'FIRM_ADMINISTRATOR',
      firmId: firm,
      ended: true,
    }),
    grantAtCourt: await give({
      accountId: accountOf(deskmate),
      role: 'CLERK',
      courtId: 'mowd',
      ended: true,
    }),
    linkageAtFirm: await link(accountOf(colleague), firm),
    linkageElsewhere: await link(accountOf(stranger), otherFirm),
    grantOnSite: await give({ accountId: accountOf(stranger), role: 'OPERATOR' }),
    mail: globalId('caughtMail', mailId),
    usageImport: await addFullImport(site, firm, administrator, accountOf(colleague)),
    ...usage,
  };

  let addresses = 0;
  /** Each call comes from elsewhere, or their wrong passwords would add up. */
  const newAddress = () => {
    addresses += 1;
    return `198.18.${addresses >> 8}.${addresses & 255}`;
  };
  const clients = new Map<Caller, ApiClient>();
  const freshClientOf = async (caller: Caller, url: string = site.url) => {
    const client = new ApiClient(url, newAddress());
    const username = usernameOf[caller];
    if (username !== null) await client.signIn(username);
    return client;
  };
  for (const caller of callers) clients.set(caller, await freshClientOf(caller));

  const { courts } = await site.visitor().data('{ courts(first: 100) { nodes { code } } }');
  const free: string[] = courts.nodes
    .map((court: { code: string }) => court.code)
    .filter((code: string) => !/^mow/.test(code));
  const freeCourt = () => {
    const code = free.pop();
    if (!code) throw new Error('No court is left without a role.');
    return code;
  };

  let codes = 0;
  let views = 0;
  const clientOf = (caller: Caller, url: string = site.url) => {
    const copy = new ApiClient(url, newAddress());
    for (const [name, value] of clients.get(caller)?.cookies ?? []) copy.cookies.set(name, value);
    return copy;
  };

  return {
    site,
    clientOf,
    freshClientOf,
    serverWithoutPolicies: () => site.secondServer(site.db.superuserUrl),
    numberOf,
    accountIdOf: (caller) => globalId('account', accountOf(numberOf(caller))),
    ids,
    freeCourt,
    freeHour() {
      const { startsAt, endsAt } = nextHour();
      return `from: "${startsAt.toISOString()}", until: "${endsAt.toISOString()}"`;
    },
    newImport: (state) => addImport(site, firm, administrator, { state }),
    newLinkage: () => link(accountOf(stranger), firm, nextHour()),
    newGrant: () => give({ accountId: accountOf(stranger), role: 'CLERK', courtId: freeCourt() }),
    async newCodeChange() {
      codes += 1;
      const wish = { payer: ids.firm, uses: [ids.use], clientCode: `W-${codes}` };
      return (await codeAssigned(clientOf('administrator'), wish)).id;
    },
    async newView(caller) {
      views += 1;
      const { savedViewCreate } = await clientOf(caller === 'anonymous' ? 'holder' : caller).data(
        `mutation { savedViewCreate(input: { name: "View ${views}", query: "" }) { view { id } } }`,
      );
      return savedViewCreate.view.id;
    },
    close: () => site.close(),
  };
}
