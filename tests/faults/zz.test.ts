import { systemActor } from '@countersign/server/platform/actor';
import { openDatabase } from '@countersign/server/platform/database';
import { inject, test } from 'vitest';
import { openTcpProxy, throughPort } from '../support/tcp-proxy';
import { cloneDatabase } from '../support/test-database';

const t0 = Date.now();
const say = (...a: unknown[]) => console.log(Date.now() - t0, ...a);
const limit = <T>(p: Promise<T>) =>
  Promise.race([
    p.then(
      () => 'ok',
      (e) => `${e.code}`,
    ),
    new Promise((r) => setTimeout(() => r('HANGS'), 6000)),
  ]);
test('x', async () => {
  const db = await cloneDatabase();
  const proxy = await openTcpProxy(inject('cluster').port);
  for (const prepare of [true, false]) {
    const database = openDatabase({ url: throughPort(db.applicationUrl, proxy.port), max: 4, prepare });
    const st = [{ text: 'select 1', values: [], toRow: (r: unknown[]) => r }];
    const st2 = [1, 2, 3].map((i) => ({
      text: `select $1::int + ${i}`,
      values: [1],
      toRow: (r: unknown[]) => r,
    }));
    for (let i = 0; i < 4; i++) {
      say('ok', await limit(database.read(systemActor, st)));
      await proxy.cut();
      say('new stmt after cut', await limit(database.read(systemActor, st2)));
      await proxy.restore();
      say('restored', await limit(database.read(systemActor, st2)));
      say(
        'many',
        (await Promise.all(Array.from({ length: 12 }, () => limit(database.read(systemActor, st2))))).join(),
      );
      const many = Array.from({ length: 12 }, () => limit(database.read(systemActor, st2)));
      await new Promise((r) => setTimeout(r, i));
      await proxy.cut();
      say('under way', (await Promise.all(many)).join());
      await proxy.restore();
      const w = Array.from({ length: 12 }, () =>
        limit(database.write(systemActor, (tx) => tx.execute('select pg_sleep(0.01)'))),
      );
      await new Promise((r) => setTimeout(r, i * 5));
      await proxy.cut();
      say('writes under way', (await Promise.all(w)).join());
      await proxy.restore();
      say('machine', await limit(database.machine('select $1::int', [1])));
    }
    say('close', await limit(database.close()));
  }
  await proxy.close();
  await db.drop();
}, 200000);
