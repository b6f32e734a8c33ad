import { recordAudit } from '@countersign/server/audit/record';
import { sealAudit } from '@countersign/server/audit/seal';
import { systemActor } from '@countersign/server/platform/actor';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainSql, stateOf, undone } from '../support/sql';
import { demonstrationActors, idOf } from './actors';
import { type AuditedDatabase, openAuditedDatabase } from './audit-trail';

let audited: AuditedDatabase;
beforeAll(async () => {
  audited = await openAuditedDatabase();
  await sealAudit({ ...audited.site, clock: { now: () => new Date(Date.now() + 60_000) } });
  await audited.superuser`insert into audit_subjects
    select stream_kind, stream_id, entry_id, 'account', 'nobody' from audit_entries`;
});
afterAll(() => audited.close());

describe.each(['audit_entries', 'audit_subjects', 'audit_seals'])('%s', (table) => {
  const changes = [`update ${table} set stream_id = stream_id`, `delete from ${table}`, `truncate ${table}`];

  test.each(changes)('refuses the application: %s', async (change) => {
    const application = plainSql(audited.db.applicationUrl);
    expect(await stateOf(application.unsafe(change))).toBe('42501');
    await application.end();
    const bySite = audited.site.database.write(systemActor, (tx) => tx.execute(sql.raw(change)));
    expect(await stateOf(bySite)).toBe('42501');
  });

  test.each(changes)('refuses the owner and a superuser by its trigger: %s', async (change) => {
    for (const client of [audited.owner, audited.superuser]) {
      await expect(undone(client, (tx) => tx.unsafe(change))).rejects.toThrow(
        'the audit trail is never changed',
      );
    }
    const unguarded = await undone(audited.superuser, async (tx) => {
      await tx.unsafe(`drop trigger ${table}_kept on ${table}`);
      return stateOf(tx.unsafe(change));
    });
    expect(unguarded, 'what happens once the trigger is gone').toBeNull();
  });
});

describe('an entry', () => {
  test('is kept if its transaction is, and only then', async () => {
    const note = {
      stream: { kind: 'site', id: 'site' } as const,
      action: 'test.lost',
      details: {},
      at: new Date(),
    };
    const lost = audited.site.database.write(systemActor, async (tx) => {
      await recordAudit(tx, systemActor, note);
      throw new Error('rolled back');
    });
    await expect(lost).rejects.toThrow('rolled back');
    expect(await audited.superuser`select from audit_entries where action = 'test.lost'`).toHaveLength(0);
  });

  test('is read by its stream and its subjects, and by nobody else', async () => {
    const actor = await demonstrationActors(audited.superuser);
    const [farah, casey, ada, leo] = ['firmadmin.demo', 'clerk.mowd', 'attorney.demo', 'legacy.demo'].map(
      actor,
    );
    const operator = actor('operator.demo');
    if (!farah || !casey || !ada || !leo) throw new Error('The demonstration is not whole.');
    await audited.site.database.write(operator, (tx) =>
      recordAudit(tx, operator, {
        stream: { kind: 'court', id: 'mowd' },
        action: 'test.seen',
        details: {},
        subjects: [
          { kind: 'account', id: idOf(ada) },
          { kind: 'firm', id: farah.payers[0] ?? '' },
        ],
        at: new Date(),
      }),
    );
    const seenBy = async (who: typeof farah) => {
      const rows = await audited.site.database.write(who, (tx) =>
        tx.execute(sql`select from audit_entries where action = 'test.seen'`),
      );
      return rows.length;
    };
    for (const who of [casey, ada, farah, operator, systemActor]) expect(await seenBy(who)).toBe(1);
    for (const who of [leo, actor('clerk.mowb'), actor('firmadmin.two')]) expect(await seenBy(who)).toBe(0);
  });
});
