import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client';
import { statementsOf } from '../support/statements-of';
import { openTestSite, type TestSite } from '../support/test-site';

let site: TestSite;
let visitor: ApiClient;
beforeAll(async () => {
  site = await openTestSite();
  visitor = site.visitor();
});
afterAll(() => site.close());

const byId = async (id: string) => {
  const { court } = await visitor.data('query ($id: ID!) { court(id: $id) { code title } }', { id });
  return court;
};

test('all 207 courts are there without a sign-in', async () => {
  const { courts } = await visitor.data('{ courts(first: 1) { totalCount nodes { code title } } }');
  expect(courts.totalCount).toBe(207);
});

describe('one court', () => {
  const mowd = { code: 'mowd', title: 'Missouri Western District Court' };

  test.each(['mowd', 'MOWD', 'Mowd', 'MOWDC', 'mowdc'])(
    'is found by its code or lookup code: %s',
    async (id) => {
      expect(await byId(id)).toEqual(mowd);
    },
  );

  test('is found by its global id, through court and through node', async () => {
    const { court } = await visitor.data('{ court(id: "mowd") { id } }');
    expect(court.id).not.toBe('mowd');
    expect(await byId(court.id)).toEqual(mowd);
    const { node } = await visitor.data(
      'query ($id: ID!) { node(id: $id) { __typename id ... on Court { code title } } }',
      { id: court.id },
    );
    expect(node).toEqual({ __typename: 'Court', id: court.id, ...mowd });
  });

  test.each(['nowhere', '', '*', 'mowd ', 'MOWDC%', "mowd'--", 'é', 'x'.repeat(500)])(
    'is null when there is none: %j',
    async (id) => {
      expect(await byId(id)).toBeNull();
    },
  );

  test('is not found by a global id of another kind', async () => {
    const operator = await site.signedIn('operator.demo');
    const { firm } = await operator.data('{ firm(id: 1000001) { id } }');
    expect(await byId(firm.id)).toBeNull();
  });

  test('tells since when it runs NextGen and how one signs in there', async () => {
    const { court } = await visitor.data(
      '{ court(id: "mowd") { id code title name type circuit states nextGen nextGenSince loginUrl signIn retiredOn } }',
    );
    expect(court).toEqual({
      id: expect.any(String),
      code: 'mowd',
      title: 'Missouri Western District Court',
      name: 'Western District of Missouri',
      type: 'DISTRICT',
      circuit: '8',
      states: ['Missouri'],
      nextGen: true,
      nextGenSince: '2018-04-23',
      loginUrl: 'https://ecf.mowd.uscourts.gov',
      signIn: 'CENTRAL_SIGN_ON',
      retiredOn: null,
    });
  });

  test('has the contacts of the guide, by purpose', async () => {
    const contacts = '{ contacts { purpose name phone note } }';
    const { mowd, mowb } = await visitor.data(
      `{ mowd: court(id: "mowd") ${contacts} mowb: court(id: "mowb") ${contacts} }`,
    );
    expect(mowb.contacts).toEqual([
      { purpose: 'ADMISSIONS', name: 'Sydney Donovan', phone: '816-512-1849', note: null },
      { purpose: 'PASSWORD', name: 'Sydney Donovan', phone: '816-512-1849', note: null },
    ]);
    expect(mowd.contacts).toEqual([
      { purpose: 'PASSWORD', name: null, phone: '573-636-4015', note: null },
      {
        purpose: 'REINSTATEMENT',
        name: null,
        phone: '573-636-4015',
        note: expect.stringContaining('updated overnight'),
      },
    ]);
  });

  test('has questions with answers, and offices as the court writes them', async () => {
    const { court } = await visitor.data(
      '{ court(id: "mowd") { questions { question answer } offices { name address phone email hours } helpDeskPhones } }',
    );
    expect(court.questions.length).toBeGreaterThan(5);
    expect(court.offices.map((office: { name: string }) => office.name)).toContain('Central Division');
    expect(court.helpDeskPhones).toEqual(['800-466-9302']);
  });
});

const page = (size: number) =>
  `{ courts(first: ${size}) { totalCount nodes { code contacts { phone } questions { question } } } }`;

test('a page of 100 courts takes as many statements as one of 10: rows, count, contacts, questions', async () => {
  expect(await statementsOf(site, visitor, page(100))).toBe(4);
  expect(await statementsOf(site, visitor, page(10))).toBe(4);
});
