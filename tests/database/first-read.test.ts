import { courtByCode } from '@countersign/server/courts/queries';
import { systemActor } from '@countersign/server/platform/actor';
import { openDatabase } from '@countersign/server/platform/database';
import { expect, test } from 'vitest';
import { cloneDatabase } from '../support/test-database';

test('the first thing a pool does may be a read', async () => {
  const db = await cloneDatabase();
  const database = openDatabase({ url: db.applicationUrl, max: 2, prepare: true });
  const [[court]] = await database.read(systemActor, [courtByCode({ code: 'mowd' })]);
  expect(court?.courtId).toBe('mowd');
  await database.close();
  await db.drop();
}, 5000);
