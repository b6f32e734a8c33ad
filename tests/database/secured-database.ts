import type { Actor } from '@countersign/server/platform/actor';
import { openDatabase } from '@countersign/server/platform/database';
import { sql } from 'drizzle-orm';
import type postgres from 'postgres';
import { plainSql } from '../support/sql';
import { cloneDatabase } from '../support/test-database';
import { demonstrationActors } from './actors';
import { createCourtTable, fillTables } from './fill-tables';
import { fillUsage } from './fill-usage';

export interface SecuredDatabase {
  readonly superuser: postgres.Sql;
  /** The application's login with no actor set. */
  readonly application: postgres.Sql;
  actor(username: string): Actor;
  /** What a statement gives in a transaction of the actor. */
  rowsAs(who: Actor, statement: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** A database of its own with rows in every table, for asking who sees and writes what. */
export async function openSecuredDatabase(): Promise<SecuredDatabase> {
  const db = await cloneDatabase();
  const superuser = plainSql(db.superuserUrl);
  const application = plainSql(db.applicationUrl);
  const database = openDatabase({ url: db.applicationUrl, max: 2, prepare: true });
  const owner = plainSql(db.ownerUrl);
  await createCourtTable(owner);
  await owner.end();
  await superuser`insert into court_business select c, 1 from unnest(array['mowd', 'mowb']) c`;
  await fillTables(superuser);
  await fillUsage(superuser);
  return {
    superuser,
    application,
    actor: await demonstrationActors(superuser),
    rowsAs: (who, statement) => database.write(who, (tx) => tx.execute(sql.raw(statement))),
    async close() {
      await database.close();
      await application.end();
      await superuser.end();
      await db.drop();
    },
  };
}
