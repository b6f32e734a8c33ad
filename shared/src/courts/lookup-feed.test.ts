import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import courtsFile from '../../../drizzle/reference/courts.json';
import { courtsOf } from './fixtures/courts-of';
import { readCourtFeed, readCourtFeedText } from './lookup-feed';

const { byId: referenceCourt } = courtsOf(courtsFile);

const text = readFileSync(new URL('./fixtures/lookup-feed.json', import.meta.url), 'utf8');

type Entry = Record<string, unknown>;
const feed = (): { meta: Entry; data: Entry[] } => JSON.parse(text);
const mowd = (): Entry => feed().data.find((entry) => entry.court_id === 'MOWDC') ?? {};

describe('readCourtFeed', () => {
  const read = readCourtFeedText(text);
  if (!read.ok) throw new Error(read.message);

  it('reads the courts as the reference data has them, without what only we know', () => {
    expect(read.courts).toHaveLength(15);
    for (const court of read.courts) {
      expect(court).toEqual({ ...referenceCourt(court.id), citation: null, nextGenSince: null });
    }
  });

  it('says when the feed was updated, in UTC', () => {
    expect(read.lastUpdated).toBe('2023-01-10T11:10:05.000Z');
    expect(readCourtFeed({ data: [mowd()] })).toMatchObject({ ok: true, lastUpdated: null });
  });

  it('skips what is no court of its own, and says why', () => {
    expect(read.skipped.map(({ lookupId }) => lookupId)).toEqual(['00PCL', 'SCOTUS', 'OHNDAD']);
    for (const { reason } of read.skipped) expect(reason).toMatch(/\.$/);
  });

  it.each([
    ['01BAP', 'bap1', 'APPELLATE', '1'],
    ['01CA', 'ca1', 'APPELLATE', '1'],
    ['CAFC', 'cafc', 'APPELLATE', 'FED'],
    ['AZBK', 'azb', 'BANKRUPTCY', '9'],
    ['USFCC', 'cofc', 'NATIONAL', 'FED'],
    ['MOWDC', 'mowd', 'DISTRICT', '8'],
  ])('reads %s as %s, %s, circuit %s', (lookupId, id, type, circuit) => {
    expect(read.courts.find((court) => court.lookupId === lookupId)).toMatchObject({
      id,
      type,
      circuit,
      nextGen: true,
    });
  });

  it('gives the other panels ids of their own too', () => {
    const panels = ['09BAP', '10BAP'].map((court_id) => ({ ...mowd(), court_id }));
    const both = readCourtFeed({ data: panels });
    expect(both.ok && both.courts.map((court) => court.id)).toEqual(['bap9', 'bap10']);
  });

  it('reads offices from a list and from an object keyed by numbers', () => {
    const names = (id: string) =>
      read.courts.find((court) => court.id === id)?.offices.map((office) => office.name);
    expect(names('mowd')).toHaveLength(3);
    expect(names('azb')).toEqual([
      'District of Arizona, Phoenix Division',
      'District of Arizona',
      'District of Arizona, Yuma Division',
      'District of Arizona, Tucson Division',
    ]);
  });

  it('takes a court for NextGen only when its software says so', () => {
    const of = (software_version: unknown) => {
      const one = readCourtFeed({ data: [{ ...mowd(), software_version }] });
      return one.ok && one.courts[0]?.nextGen;
    };
    expect([of('NextGen CM/ECF Release 1.7'), of('CM/ECF Release 6.3'), of(undefined)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('readCourtFeed refuses', () => {
  const one = (fields: Entry) => ({ data: [{ ...mowd(), ...fields }] });
  it.each<[string, unknown, string]>([
    ['nothing', null, 'it is not an object'],
    ['a list', [], 'it is not an object'],
    ['a web page', '<!DOCTYPE html><html></html>', 'it is a web page'],
    ['an object without data', { meta: {} }, 'no list named “data”'],
    ['data that is no list', { data: {} }, 'no list named “data”'],
    ['an empty list', { data: [] }, 'is empty'],
    ['too many entries', { data: Array(2001).fill({}) }, '2001 entries'],
    ['an entry that is a text', { data: ['MOWDC'] }, 'Entry 1 of the feed is not an object'],
    ['an entry without court_id', one({ court_id: undefined }), 'Entry 1 of the feed has no court_id'],
    ['an entry without title', one({ title: ' ' }), 'MOWDC has no title'],
    ['an entry without name', one({ court_name: undefined }), 'MOWDC has no court_name'],
    ['an entry without circuit', one({ circuit: undefined }), 'MOWDC has no circuit'],
    ['an unknown circuit', one({ circuit: '12' }), 'MOWDC has a circuit'],
    ['an unknown type', one({ type: 'constructor' }), 'type “constructor”'],
    ['a lookup id that is none', one({ court_id: 'MO WDC' }), 'MO WDC has a lookupId'],
    ['no login address', one({ login_url: undefined }), 'no web address as its login_url'],
    [
      'a login address elsewhere',
      one({ login_url: 'https://ecf.mowd.uscourts.gov.example.com' }),
      'not one like',
    ],
    [
      'offices that are no list',
      one({ locations: 'Kansas City' }),
      'something else than a list in “locations”',
    ],
    [
      'offices that are texts',
      one({ locations: ['Kansas City'] }),
      'something else than a list in “locations”',
    ],
    ['far too many offices', one({ locations: Array(101).fill({ name: 'x' }) }), 'MOWDC has a offices'],
    ['the same entry twice', { data: [mowd(), mowd()] }, 'two entries MOWDC'],
    [
      'two entries of one id',
      { data: [mowd(), { ...mowd(), court_id: 'MOWDX' }] },
      'MOWDC and MOWDX both give the court id mowd',
    ],
    ['nothing but what is skipped', { data: feed().data.slice(0, 3) }, 'no court in it'],
  ])('%s', (_, json, reason) => {
    const read = readCourtFeed(json);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.message).toContain(reason);
    expect(read.message).toMatch(/^[^\n]+\.$/);
  });

  it('a file that is no JSON, or a page, and reads one with a byte order mark', () => {
    expect(readCourtFeedText('{"data": [')).toMatchObject({
      ok: false,
      message: expect.stringContaining('not JSON'),
    });
    expect(readCourtFeedText('')).toMatchObject({ ok: false, message: expect.stringContaining('not JSON') });
    expect(readCourtFeedText('\n<html>')).toMatchObject({
      ok: false,
      message: expect.stringContaining('a web page'),
    });
    expect(readCourtFeedText(`\uFEFF${text}`).ok).toBe(true);
  });

  it('or reads any JSON, and never throws', () => {
    const fields = fc.record(
      Object.fromEntries(
        Object.keys(mowd()).map((name) => [name, fc.oneof(fc.constant(mowd()[name]), fc.jsonValue())]),
      ),
    );
    fc.assert(fc.property(fc.jsonValue(), (json) => typeof readCourtFeed(json).ok === 'boolean'));
    fc.assert(fc.property(fc.array(fields), (data) => typeof readCourtFeed({ data }).ok === 'boolean'));
  });
});
