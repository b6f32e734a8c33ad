import DataLoader from 'dataloader';
import { accountsByIds } from '../accounts/queries';
import { contactsOfCourts, courtsByIds, questionsOfCourts } from '../courts/queries';
import { firmsByIds, linkagesOfAccounts } from '../firms/queries';
import type { Actor } from '../platform/actor';
import type { Database } from '../platform/database';
import { readTogether } from '../platform/read-together';
import type { Statement, Values } from '../platform/statement';
import { batchesByKeys, laterBatchesOfUses } from '../usage/queries';
import { viewsOfPayers } from '../usage/views/queries';

type Load<Row> = (values: Values) => Promise<Row[]>;

/** Loads one row for each key in one statement; null where the actor sees none. */
function oneEach<Key, Row>(
  load: Load<Row>,
  values: (keys: readonly Key[]) => Values,
  textOfKey: (key: Key) => string,
  keyOf: (row: Row) => string,
) {
  return new DataLoader<Key, Row | null, string>(
    async (keys) => {
      const byKey = new Map((await load(values(keys))).map((row) => [keyOf(row), row]));
      return keys.map((key) => byKey.get(textOfKey(key)) ?? null);
    },
    { cacheKeyFn: textOfKey },
  );
}

/** Loads the rows of each key in one statement. */
function manyEach<Key, Row>(
  load: Load<Row>,
  values: (keys: readonly Key[]) => Values,
  textOfKey: (key: Key) => string,
  keyOf: (row: Row) => string,
) {
  return new DataLoader<Key, Row[], string>(
    async (keys) => {
      const byKey = new Map(keys.map((key) => [textOfKey(key), [] as Row[]]));
      for (const row of await load(values(keys))) byKey.get(keyOf(row))?.push(row);
      return keys.map((key) => byKey.get(textOfKey(key)) ?? []);
    },
    { cacheKeyFn: textOfKey },
  );
}

/** Most keys are one text and stand in one list. */
const byId = (keys: readonly string[]): Values => ({ keys });
const asIs = (key: string) => key;

interface OfPayer {
  readonly payerId: string;
}

/** What belongs to a payer is found by the payer and its own id, in two lists side by side. */
const batchKey = ({ payerId, batchId }: OfPayer & { batchId: string }) => `${payerId} ${batchId}`;
const useKey = (payerId: string, useId: string) => `${payerId} ${useId}`;

/** The loaders of one request, all of them as its actor; those asked at the same time share a round trip. */
export function openLoaders(database: Database, actor: Actor) {
  const together = readTogether(database);
  const from =
    <Row>(statement: (values: Values) => Statement<Row>): Load<Row> =>
    async (values) =>
      (await together.read(actor, [statement(values)]))[0];
  return {
    account: oneEach(from(accountsByIds), byId, asIs, (row) => row.accountId),
    court: oneEach(from(courtsByIds), byId, asIs, (row) => row.courtId),
    firm: oneEach(from(firmsByIds), byId, asIs, (row) => row.payerId),
    linkages: manyEach(from(linkagesOfAccounts), byId, asIs, (row) => row.accountId),
    courtContacts: manyEach(from(contactsOfCourts), byId, asIs, (row) => row.courtId),
    courtQuestions: manyEach(from(questionsOfCourts), byId, asIs, (row) => row.courtId),
    usageBatch: oneEach(
      from(batchesByKeys),
      (keys: readonly (OfPayer & { batchId: string })[]) => ({
        payerIds: keys.map((key) => key.payerId),
        ids: keys.map((key) => key.batchId),
      }),
      batchKey,
      batchKey,
    ),
    savedViews: manyEach(
      from(viewsOfPayers),
      (payerIds: readonly string[]) => ({ accountId: actor.accountId, payerIds }),
      asIs,
      (row) => row.payerId,
    ),
    laterBatches: manyEach(
      from(laterBatchesOfUses),
      (keys: readonly (OfPayer & { quarter: string; useId: string })[]) => ({
        payerIds: keys.map((key) => key.payerId),
        quarters: keys.map((key) => key.quarter),
        ids: keys.map((key) => key.useId),
      }),
      ({ payerId, useId }) => useKey(payerId, useId),
      ({ batch, useId }) => useKey(batch.payerId, useId),
    ),
  };
}

export type Loaders = ReturnType<typeof openLoaders>;
