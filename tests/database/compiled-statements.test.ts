import { courts } from '@countersign/drizzle/tables/courts';
import { idempotencyKeys } from '@countersign/drizzle/tables/idempotency';
import { sessions } from '@countersign/drizzle/tables/signin';
import { systemActor } from '@countersign/server/platform/actor';
import { type Database, openDatabase } from '@countersign/server/platform/database';
import { builder, compile } from '@countersign/server/platform/statement';
import { and, eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../support/test-database';

const account = '01890000-0000-7000-8000-000000000001';
const value = sql.placeholder;

const sessionBy = compile(
  builder
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.accountId, value('accountId')),
        eq(sessions.tokenHash, value('tokenHash')),
        eq(sessions.endsAt, value('endsAt')),
      ),
    ),
);
const courtBy = compile(
  builder
    .select()
    .from(courts)
    .where(
      sql`${courts.states} = ${value('states')}::text[] and ${courts.retiredOn} = ${value('day')}::date`,
    ),
);
const keyBy = compile(
  builder
    .select({ result: idempotencyKeys.result })
    .from(idempotencyKeys)
    .where(eq(idempotencyKeys.key, value('key'))),
);

/** Text that Postgres can keep: no NUL, no half characters. */
const text = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .filter((one) => !one.includes('\0') && !/\p{Surrogate}/u.test(one));

let db: TestDatabase;
beforeAll(async () => {
  db = await cloneDatabase();
});
afterAll(() => db.drop());

describe.each([true, false])('compiled statements, prepared: %s', (prepare) => {
  let database: Database;
  beforeAll(() => {
    database = openDatabase({ url: db.applicationUrl, max: 1, prepare });
  });
  afterAll(() => database.close());

  test('bytes and instants come back as they went', async () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 }).map((array) => Buffer.from(array));
    const instants = fc.date({
      min: new Date('1970-01-01'),
      max: new Date('2400-01-01'),
      noInvalidDate: true,
    });
    await fc.assert(
      fc.asyncProperty(bytes, instants, async (tokenHash, endsAt) => {
        const row = {
          accountId: account,
          tokenHash,
          startedAt: endsAt,
          seenAt: endsAt,
          endsAt,
          address: '',
          userAgent: '',
        };
        await database.write(systemActor, async (tx) => {
          await tx.delete(sessions).where(eq(sessions.accountId, account));
          await tx.insert(sessions).values(row);
        });
        const [found] = await database.read(systemActor, [
          sessionBy({ accountId: account, tokenHash, endsAt }),
        ]);
        expect(found).toEqual([row]);
      }),
      { numRuns: 25 },
    );
  });

  test('lists of text, days, truth values and documents come back as they went', async () => {
    const offices = fc.array(
      fc.record({
        name: text,
        address: fc.option(text),
        phone: fc.constant(null),
        email: fc.constant(null),
        hours: fc.option(text),
      }),
      { maxLength: 3 },
    );
    const days = fc.constantFrom('1999-12-31', '2024-02-29', '2018-04-23');
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { maxLength: 5 }),
        offices,
        days,
        fc.boolean(),
        async (states, given, day, nextGen) => {
          const kept = { states, offices: given, retiredOn: day, nextGen };
          await database.write(systemActor, (tx) =>
            tx.update(courts).set(kept).where(eq(courts.courtId, 'mowd')),
          );
          const [[found]] = await database.read(systemActor, [courtBy({ states, day })]);
          expect(found).toMatchObject(kept);
          expect(found?.updatedAt).toBeInstanceOf(Date);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('any JSON comes back as it went', async () => {
    const results = fc
      .jsonValue({ stringUnit: 'grapheme' })
      .filter((json) => !JSON.stringify(json).includes('\\u0000'));
    await fc.assert(
      fc.asyncProperty(results, async (result) => {
        const key = 'json';
        const row = {
          accountId: account,
          operation: 'test',
          key,
          requestHash: Buffer.alloc(1),
          at: new Date(),
          result,
        };
        await database.write(systemActor, async (tx) => {
          await tx.delete(idempotencyKeys).where(eq(idempotencyKeys.key, key));
          await tx.insert(idempotencyKeys).values(row);
        });
        const [[found]] = await database.read(systemActor, [keyBy({ key })]);
        expect(found?.result).toEqual(JSON.parse(JSON.stringify(result)));
      }),
      { numRuns: 25 },
    );
  });
});

test('a query that gives no fields is not compiled', () => {
  const statement = builder.delete(sessions).where(eq(sessions.accountId, value('accountId')));
  expect(() => compile(statement as never)).toThrow('Not a query that returns fields');
});
