import { createHash } from 'node:crypto';
import { importCourts } from '@countersign/server/courts/import-courts';
import { type Actor, systemActor } from '@countersign/server/platform/actor';
import type postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { plainSql } from '../support/sql';
import { openTestSite, type TestSite } from '../support/test-site';
import { anonymous, demonstrationActors } from './actors';
import { feedOf, newCourt, referenceCourts, referenceWith } from './court-feed';

let site: TestSite;
let superuser: postgres.Sql;
beforeAll(async () => {
  site = await openTestSite();
  superuser = plainSql(site.db.superuserUrl);
  await superuser`create table reference_courts as table courts`;
});
afterEach(async () => {
  await superuser.unsafe(`
    set session_replication_role = replica;
    delete from audit_entries where action = 'courts.feed.imported';
    delete from courts;
    insert into courts select * from reference_courts;
    set session_replication_role = origin`);
});
afterAll(async () => {
  await superuser.end();
  await site.close();
});

const run = (text: string, options: { dryRun?: boolean; force?: boolean } = {}, who: Actor = systemActor) =>
  importCourts(site, who, text, { dryRun: false, force: false, ...options });

/** What an import says it did, in numbers. */
const numbers = async (work: ReturnType<typeof run>) => {
  const { changes } = await work;
  const { added, changed, retired, reinstated, unchanged } = changes;
  return [added.length, changed.length, retired.length, reinstated.length, unchanged];
};
/** Everything of the courts and of the trail of imports, to see whether anything was written. */
const stateOfCourts = () => superuser`
  select (select md5(string_agg(c::text, '' order by court_id)) from courts c) as courts,
    (select count(*)::int from audit_entries where action = 'courts.feed.imported') as imports`;
const court = async (id: string) => (await superuser`select * from courts where court_id = ${id}`)[0];
const found = async (search: string) =>
  (
    await site
      .visitor()
      .data(`{ courts(first: 10, filter: { search: "${search}" }) { nodes { code title } } }`)
  ).courts.nodes;

describe('importing PACER’s feed', () => {
  test('changes no court when it says what is known', async () => {
    const before = await court('mowd');
    expect(await numbers(run(feedOf(referenceCourts)))).toEqual([0, 0, 0, 0, 207]);
    expect(await court('mowd')).toEqual(before);
  });

  test('adds, changes, retires and reinstates, and the same again changes nothing', async () => {
    const feed = feedOf(
      referenceWith({
        without: ['gud', 'gub'],
        mowd: { title: 'Missouri Borealis District Court', helpDeskPhones: ['816-555-0100'] },
        more: [newCourt],
      }),
    );
    expect(await numbers(run(feed))).toEqual([1, 1, 2, 0, 204]);
    expect(await court('gud')).toMatchObject({ retired_on: expect.anything() });
    expect(await found('zembla')).toEqual([{ code: 'zzd', title: 'Zembla District Court' }]);
    expect(await found('borealis')).toEqual([{ code: 'mowd', title: 'Missouri Borealis District Court' }]);
    const { courts } = await site.visitor().data('{ courts(first: 1) { totalCount } }');
    expect(courts.totalCount).toBe(206);

    const after = await superuser`select * from courts order by court_id`;
    expect(await numbers(run(feed))).toEqual([0, 0, 0, 0, 206]);
    expect(await superuser`select * from courts order by court_id`).toEqual(after);

    expect(await numbers(run(feedOf(referenceWith({ more: [newCourt] }))))).toEqual([0, 1, 0, 2, 205]);
    expect(await court('gud')).toMatchObject({ retired_on: null });
    expect(await found('borealis')).toEqual([]);
  });

  test('keeps citation and NextGen date, which the feed does not have', async () => {
    await run(feedOf(referenceWith({ mowd: { title: 'Changed' } })));
    const mowd = await court('mowd');
    expect(mowd).toMatchObject({ title: 'Changed', citation: 'W.D. Mo.' });
    const { court: told } = await site.visitor().data('{ court(id: "mowd") { nextGenSince } }');
    expect(told.nextGenSince).toBe('2018-04-23');
  });

  test('keeps contacts and questions, which are the court’s own', async () => {
    const own = () =>
      superuser`select (select count(*)::int from court_contacts) as c, (select count(*)::int from court_questions) as q`;
    const before = await own();
    await run(feedOf(referenceWith({ without: ['mowb'], mowd: { title: 'Changed' } })));
    expect(await own()).toEqual(before);
  });

  test('skips what is no court, and says so', async () => {
    const { skipped, lastUpdated } = await run(feedOf(referenceCourts));
    expect(skipped.map((entry) => entry.lookupId)).toEqual(['00PCL', 'SCOTUS', 'OHNDAD']);
    expect(lastUpdated).toBe('2026-11-24T11:10:05.000Z');
  });

  test('leaves one entry in the trail, with digest and counts', async () => {
    const feed = feedOf(referenceWith({ without: ['gud'], more: [newCourt] }));
    await run(feed);
    const entries =
      await superuser`select details, stream_kind from audit_entries where action = 'courts.feed.imported'`;
    expect(entries).toEqual([
      {
        stream_kind: 'site',
        details: {
          digest: createHash('sha256').update(feed).digest('hex'),
          lastUpdated: '2026-11-24T11:10:05.000Z',
          added: 1,
          changed: 0,
          retired: ['gud'],
          reinstated: [],
          unchanged: 206,
        },
      },
    ]);
  });
});

describe('an import is refused and changes nothing', () => {
  const fewer = referenceCourts.slice(0, 186);

  test.each([
    ['no JSON', 'nonsense', 'it is not JSON'],
    ['a web page', '<!doctype html><title>Sorry</title>', 'it is a web page'],
    ['nothing', '', 'it is not JSON'],
    ['a list', '[]', 'it is not an object'],
    ['no data', '{"meta":{}}', 'it has no list named “data”'],
    ['an empty list', '{"data":[]}', 'is empty'],
    ['an entry of another shape', '{"data":[{"court_id":"X","title":"Y"}]}', 'login_url'],
    ['the same court twice', feedOf([...referenceCourts, referenceCourts[0] ?? newCourt]), 'two entries'],
    ['too few courts', feedOf(fewer), 'would retire 21 of 207 courts'],
    [
      'a lookup id of another court',
      feedOf(referenceWith({ without: ['gud'], more: [{ ...newCourt, lookupId: 'GUDC' }] })),
      'The feed gives GUDC the court id zzd',
    ],
  ])('when the file has %s', async (_what, text, sentence) => {
    const before = await stateOfCourts();
    await expect(run(text)).rejects.toThrow(sentence);
    expect(await stateOfCourts()).toEqual(before);
  });

  test('unless it is forced, when it would retire more than a tenth', async () => {
    expect(await numbers(run(feedOf(referenceCourts.slice(0, 187))))).toEqual([0, 0, 20, 0, 187]);
    expect(await numbers(run(feedOf(referenceCourts.slice(0, 100)), { force: true }))).toEqual([
      0, 0, 87, 0, 100,
    ]);
  });

  test('when it is only tried', async () => {
    const before = await stateOfCourts();
    const feed = feedOf(referenceWith({ without: ['gud'], mowd: { title: 'Changed' }, more: [newCourt] }));
    expect(await numbers(run(feed, { dryRun: true }))).toEqual([1, 1, 1, 0, 205]);
    expect(await stateOfCourts()).toEqual(before);
  });

  test('when the database fails in the middle', async () => {
    await superuser.unsafe(`
      create function fail() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$;
      create trigger fail before insert on audit_entries for each row execute function fail()`);
    const before = await stateOfCourts();
    await expect(run(feedOf(referenceWith({ mowd: { title: 'Changed' } })))).rejects.toThrow();
    await superuser`drop trigger fail on audit_entries`;
    expect(await stateOfCourts()).toEqual(before);
  });

  test('when somebody without the permission asks', async () => {
    const actor = await demonstrationActors(superuser);
    for (const who of [anonymous, ...['attorney.demo', 'firmadmin.demo', 'clerk.mowd'].map(actor)])
      await expect(run(feedOf(referenceCourts), {}, who)).rejects.toThrow();
    expect(await numbers(run(feedOf(referenceCourts), {}, actor('operator.demo')))).toEqual([
      0, 0, 0, 0, 207,
    ]);
  });
});

test('two imports at once come one after the other', async () => {
  const feed = feedOf(referenceWith({ without: ['gud'], mowd: { title: 'Changed' }, more: [newCourt] }));
  const both = await Promise.all([numbers(run(feed)), numbers(run(feed))]);
  expect(both.sort()).toEqual([
    [0, 0, 0, 0, 207],
    [1, 1, 1, 0, 205],
  ]);
});
