import { recordAudit } from '@countersign/server/audit/record';
import { sealAudit } from '@countersign/server/audit/seal';
import { type Actor, systemActor } from '@countersign/server/platform/actor';
import { readConfiguration } from '@countersign/server/platform/configuration';
import { openDatabase } from '@countersign/server/platform/database';
import type { Site } from '@countersign/server/platform/site';
import { type Stream, siteStream } from '@countersign/shared/audit/entry';
import type postgres from 'postgres';
import { serviceCenter } from '../support/cluster';
import { plainSql } from '../support/sql';
import { cloneDatabase, type TestDatabase } from '../support/test-database';
import { TestClock } from '../support/test-site';

export interface AuditedDatabase {
  readonly db: TestDatabase;
  readonly site: Site & { readonly clock: TestClock };
  readonly superuser: postgres.Sql;
  readonly owner: postgres.Sql;
  /** Writes entries one after the other and lets them settle. */
  note(stream: Stream, actions: readonly string[], who?: Actor): Promise<void>;
  /** Changes the trail as only a superuser can, past its trigger. */
  tamper(statement: string): Promise<void>;
  close(): Promise<void>;
}

/** A database of its own whose audit trail a test writes, seals and breaks. */
export async function openAuditedDatabase(): Promise<AuditedDatabase> {
  const db = await cloneDatabase();
  const superuser = plainSql(db.superuserUrl);
  const owner = plainSql(db.ownerUrl);
  const database = openDatabase({ url: db.applicationUrl, max: 4, prepare: true });
  const site = {
    database,
    clock: new TestClock(),
    configuration: readConfiguration({ LOG_LEVEL: 'silent' }),
    serviceCenter,
    files: db.files,
  };
  return {
    db,
    site,
    superuser,
    owner,
    async note(stream, actions, who = systemActor) {
      for (const action of actions) {
        const details = { action, nested: { b: [1, null, 'é'], a: true } };
        await database.write(who, (tx) =>
          recordAudit(tx, who, { stream, action, details, at: site.clock.now() }),
        );
      }
      site.clock.advance(60);
    },
    async tamper(statement) {
      await superuser.unsafe(
        `set session_replication_role = replica; ${statement}; set session_replication_role = origin`,
      );
    },
    async close() {
      await database.close();
      await superuser.end();
      await owner.end();
      await db.drop();
    },
  };
}

export const firmStream: Stream = { kind: 'firm', id: '01890000-0000-7000-8000-00000000000f' };

/** A trail of two streams, five entries in each, sealed; the site's also holds what the template brought. */
export async function sealedTrail(audited: AuditedDatabase): Promise<void> {
  const actions = ['one', 'two', 'three', 'four', 'five'];
  await audited.note(firmStream, actions);
  await audited.note(siteStream, actions);
  await sealAudit(audited.site);
}
