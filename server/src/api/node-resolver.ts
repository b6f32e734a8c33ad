import { may } from '@countersign/shared/accounts/grants';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { mayReadAccount } from '../accounts/find-account';
import { presentAccount, presentGrant } from '../accounts/present';
import { grantByKey } from '../accounts/queries';
import { presentCourt } from '../courts/present-court';
import { findLinkage } from '../firms/find-linkage';
import { presentFirm } from '../firms/present-firm';
import { presentLinkage } from '../firms/present-linkage';
import { caughtMailById } from '../notices/queries';
import { presentCaughtMail } from '../notices/types';
import { readTogether } from '../platform/read-together';
import { BadArgument, holderOf } from '../platform/refusal';
import { presentCodeChange } from '../usage/codes/present-change';
import { codeChangeByKey } from '../usage/codes/queries';
import { presentImport } from '../usage/import/present-import';
import { importByKey } from '../usage/import/queries';
import { presentBatch, presentUse } from '../usage/present';
import { useByKey } from '../usage/queries';
import { maySeeUse } from '../usage/scope';
import { findView } from '../usage/views/find-view';
import { presentView } from '../usage/views/types';
import type { Context } from './context';
import { type GlobalId, type IdTag, readGlobalId } from './global-id';
import { Node } from './node-type';

type Find = (context: Context, key: readonly string[]) => Promise<Node | null>;

/** How an object of each kind is found for the caller: by the same checks as on every other way to it. */
const find: Record<IdTag, Find> = {
  async court({ loaders, site }, [courtId = '']) {
    const row = await loaders.court.load(courtId);
    return row && presentCourt(row, site.clock.now());
  },
  async account({ actor, loaders }, [accountId = '']) {
    const row = mayReadAccount(actor, accountId) ? await loaders.account.load(accountId) : null;
    return row && presentAccount(row);
  },
  async firm({ actor, loaders }, [firmId = '']) {
    const row = may(holderOf(actor), 'firms.firm.read', { firmId }) ? await loaders.firm.load(firmId) : null;
    return row && presentFirm(row);
  },
  async grant({ actor, site }, [accountId = '', grantId = '']) {
    const [[row]] = await site.database.read(actor, [grantByKey({ accountId, grantId })]);
    if (!row) return null;
    const holder = holderOf(actor);
    const visible =
      actor.accountId === row.accountId ||
      may(holder, 'accounts.role.read') ||
      (row.firmId !== null && may(holder, 'firms.firm.read', { firmId: row.firmId })) ||
      (row.courtId !== null && may(holder, 'filers.desk.open', { courtId: row.courtId }));
    return visible ? presentGrant(row, site.clock.now()) : null;
  },
  async linkage({ actor, site }, [accountId = '', linkageId = '']) {
    const row = await findLinkage(site, actor, { accountId, linkageId });
    return row && presentLinkage(row, site.clock.now());
  },
  async usageImport({ actor, site }, [payerId = '', importId = '']) {
    if (!may(holderOf(actor), 'usage.import.run', { payerId })) return null;
    const [[row]] = await site.database.read(actor, [importByKey({ payerId, importId })]);
    return row ? presentImport(row) : null;
  },
  async caughtMail({ actor, site }, [mailId = '']) {
    if (!may(holderOf(actor), 'notices.outbox.read')) return null;
    const [[row]] = await site.database.read(actor, [caughtMailById({ mailId })]);
    return row ? presentCaughtMail(row) : null;
  },
  async use({ actor, site }, [payerId = '', quarter = '', useId = '']) {
    const [[row]] = await readTogether(site.database).read(actor, [useByKey({ payerId, quarter, useId })]);
    return row && maySeeUse(actor, row) ? presentUse(row) : null;
  },
  async usageBatch({ actor, loaders }, [payerId = '', batchId = '']) {
    if (!may(holderOf(actor), 'usage.use.read', { payerId })) return null;
    const row = await loaders.usageBatch.load({ payerId, batchId });
    return row && presentBatch(row);
  },
  async usageCodeChange({ actor, site }, [payerId = '', assignmentId = '']) {
    if (!may(holderOf(actor), 'usage.use.read', { payerId })) return null;
    const key = { payerId, assignmentId };
    const [[row]] = await readTogether(site.database).read(actor, [codeChangeByKey(key)]);
    return row ? presentCodeChange(row) : null;
  },
  async savedView({ actor, site }, [accountId = '', viewId = '']) {
    const row = await findView(site, actor, { accountId, viewId });
    return row && presentView(row);
  },
};

const most = 100;

function nodeOf(context: Context, id: string): Promise<Node | null> {
  const read: GlobalId | null = readGlobalId(id);
  return read ? find[read.tag](context, read.key) : Promise.resolve(null);
}

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description:
      'Any object by its global id; null for what does not exist and for what is not the viewer’s to see.',
  })
  node(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Node | null> {
    return nodeOf(context, id);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'Objects by their global ids, in the same order; null where `node` gives null.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'Global ids, at most 100.' }) ids: string[],
    @Ctx() context: Context,
  ): Promise<(Node | null)[]> {
    if (ids.length > most) throw new BadArgument(`ids: at most ${most} at once, not ${ids.length}.`);
    return Promise.all(ids.map((id) => nodeOf(context, id)));
  }
}
