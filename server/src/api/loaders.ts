import DataLoader from 'dataloader';
import { accountsByIds } from '../accounts/queries';
import { contactsOfCourts, courtsByIds, questionsOfCourts } from '../courts/queries';
import { firmsByIds, linkagesOfAccounts } from '../firms/queries';
import type { Actor } from '../platform/actor';
import type { Database } from '../platform/database';
import type { Statement, Values } from '../platform/statement';

/** Loads one row for each key in one statement; null where the actor sees none. */
function oneEach<Row>(
  database: Database,
  actor: Actor,
  statement: (values: Values) => Statement<Row>,
  keyOf: (row: Row) => string,
) {
  return new DataLoader<string, Row | null>(async (keys) => {
    const [rows] = await database.read(actor, [statement({ keys })]);
    const byKey = new Map(rows.map((row) => [keyOf(row), row]));
    return keys.map((key) => byKey.get(key) ?? null);
  });
}

/** Loads the rows of each key in one statement. */
function manyEach<Row>(
  database: Database,
  actor: Actor,
  statement: (values: Values) => Statement<Row>,
  keyOf: (row: Row) => string,
) {
  return new DataLoader<string, Row[]>(async (keys) => {
    const [rows] = await database.read(actor, [statement({ keys })]);
    const byKey = new Map(keys.map((key) => [key, [] as Row[]]));
    for (const row of rows) byKey.get(keyOf(row))?.push(row);
    return keys.map((key) => byKey.get(key) ?? []);
  });
}

/** The loaders of one request, all of them as its actor. */
export function openLoaders(database: Database, actor: Actor) {
  return {
    account: oneEach(database, actor, accountsByIds, (row) => row.accountId),
    court: oneEach(database, actor, courtsByIds, (row) => row.courtId),
    firm: oneEach(database, actor, firmsByIds, (row) => row.payerId),
    linkages: manyEach(database, actor, linkagesOfAccounts, (row) => row.accountId),
    courtContacts: manyEach(database, actor, contactsOfCourts, (row) => row.courtId),
    courtQuestions: manyEach(database, actor, questionsOfCourts, (row) => row.courtId),
  };
}

export type Loaders = ReturnType<typeof openLoaders>;
