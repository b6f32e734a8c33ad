import { systemActor } from '@countersign/server/platform/actor';
import { addJob } from '@countersign/server/platform/jobs';
import { Logger, run } from 'graphile-worker';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainSql, stateOf } from '../support/sql';
import { anonymous } from './actors';
import { openWorkingSite, type WorkingSite } from './working-site';

const silent = new Logger(() => () => {});

let working: WorkingSite;
beforeAll(async () => {
  working = await openWorkingSite();
});
beforeEach(async () => {
  await working.superuser`delete from graphile_worker._private_jobs`;
});
afterAll(() => working.close());

const jobs = () => working.superuser`select task_identifier as name from graphile_worker.jobs order by id`;

describe('add_job under the application’s role', () => {
  test('puts a job into the queue when the transaction commits, and not before', async () => {
    await working.site.database.write(systemActor, async (tx) => {
      await addJob(tx, 'audit:seal', {});
      expect(await jobs()).toHaveLength(0);
    });
    expect(await jobs()).toEqual([{ name: 'audit:seal' }]);
  });

  test('puts nothing there when the transaction is rolled back', async () => {
    const lost = working.site.database.write(systemActor, async (tx) => {
      await addJob(tx, 'audit:seal', {});
      throw new Error('rolled back');
    });
    await expect(lost).rejects.toThrow('rolled back');
    expect(await jobs()).toHaveLength(0);
  });

  test('works for any actor, whatever the settings', async () => {
    await working.site.database.write(anonymous, (tx) => addJob(tx, 'audit:seal', {}));
    expect(await jobs()).toHaveLength(1);
  });

  test('needs the rights and the policy that the migration gives', async () => {
    const application = plainSql(working.db.applicationUrl);
    const add = () => stateOf(application`select from graphile_worker.add_job('audit:seal', '{}')`);
    expect(await add()).toBeNull();
    const owner = plainSql(working.db.ownerUrl);
    await owner`alter policy app_jobs on graphile_worker._private_jobs to countersign_owner`;
    expect(await add()).toBe('42501');
    await owner`alter policy app_jobs on graphile_worker._private_jobs to countersign_app`;
    expect(await add()).toBeNull();
    await owner.end();
    await application.end();
  });
});

describe('the worker, logged in as the application', () => {
  test('seals the audit trail and cleans sessions away when told to', async () => {
    await working.superuser`insert into sessions select account_id, '\\x01', now(), now() - interval '1 day', now(), '', '' from accounts`;
    const stop = await working.work(undefined);
    await working.site.database.write(systemActor, async (tx) => {
      await addJob(tx, 'audit:seal', {});
      await addJob(tx, 'signin:clean', {});
    });
    const left = () => working.superuser`select
      (select count(*)::int from sessions) as sessions,
      (select count(*)::int from graphile_worker._private_jobs) as jobs,
      (select count(*)::int from audit_entries where at < now() - interval '5 seconds') -
        (select count(*)::int from audit_seals) as unsealed`;
    await expect.poll(left).toEqual([{ sessions: 0, jobs: 0, unsealed: 0 }]);
    await stop();
  });

  test('seals each minute and cleans each night without being told', async () => {
    const stop = await working.work(undefined);
    await expect
      .poll(
        () =>
          working.superuser`select identifier as name from graphile_worker._private_known_crontabs order by 1`,
      )
      .toEqual([
        { name: 'audit:seal' },
        { name: 'signin:clean' },
        { name: 'usage:clean-files' },
        { name: 'usage:revive-imports' },
      ]);
    await stop();
  });

  test('keeps a job that fails, with its error, and tries it again', async () => {
    await working.site.database.write(systemActor, (tx) => addJob(tx, 'audit:seal', {}, { maxAttempts: 5 }));
    const failing = await run({
      connectionString: working.db.applicationUrl,
      noHandleSignals: true,
      logger: silent,
      taskList: { 'audit:seal': () => Promise.reject(new Error('not yet')) },
    });
    const state = () =>
      working.superuser`select attempts, last_error like '%not yet%' as kept, run_at > now() as later from graphile_worker.jobs`;
    await expect.poll(state).toEqual([{ attempts: 1, kept: true, later: true }]);
    await failing.stop();
    await working.superuser`update graphile_worker._private_jobs set run_at = now()`;
    const stop = await working.work(undefined);
    await expect.poll(jobs).toHaveLength(0);
    await stop();
  });

  test('lets a running job finish when it is stopped', async () => {
    let [began, finished] = [false, false];
    await working.site.database.write(systemActor, (tx) => addJob(tx, 'audit:seal', {}));
    const slow = await run({
      connectionString: working.db.applicationUrl,
      noHandleSignals: true,
      logger: silent,
      taskList: {
        'audit:seal': async () => {
          began = true;
          await new Promise((resolve) => setTimeout(resolve, 150));
          finished = true;
        },
      },
    });
    await expect.poll(() => began).toBe(true);
    await slow.stop();
    expect(finished).toBe(true);
    expect(await jobs()).toHaveLength(0);
  });
});
