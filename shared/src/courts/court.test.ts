import { describe, expect, it } from 'vitest';
import contactsFile from '../../../drizzle/reference/court-contacts.json';
import questionsFile from '../../../drizzle/reference/court-questions.json';
import courtsFile from '../../../drizzle/reference/courts.json';
import { type Circuit, circuitLabels, circuitOrder, circuits } from './circuits';
import { courtSchema, isWebAddress, signInWay } from './court';
import { courtContactSchema } from './court-contact';
import { courtQuestionSchema } from './court-question';
import { courtsOf } from './fixtures/courts-of';
import { postalCodes, stateNames } from './states';

const { all: referenceCourts, byId: referenceCourt } = courtsOf(courtsFile);
const referenceContacts = courtContactSchema.array().parse(contactsFile.contacts);
const referenceQuestions = courtQuestionSchema.array().parse(questionsFile.questions);

describe('the reference courts', () => {
  it('are 207, each under one id and one lookup id', () => {
    expect(referenceCourts).toHaveLength(207);
    expect(new Set(referenceCourts.map((court) => court.id)).size).toBe(207);
    expect(new Set(referenceCourts.map((court) => court.lookupId)).size).toBe(207);
    expect(new Set(referenceCourts.map((court) => court.title)).size).toBe(207);
  });

  it('know the conversion day of the two Missouri Western courts and of no other', () => {
    const days = referenceCourts
      .filter((court) => court.nextGenSince)
      .map((court) => [court.id, court.nextGenSince]);
    expect(Object.fromEntries(days)).toEqual({ mowd: '2018-04-23', mowb: '2018-07-09' });
  });

  it('serve states that are all known, and every known state has a court', () => {
    const served = new Set<string>(referenceCourts.flatMap((court) => court.states));
    expect([...served].sort()).toEqual(stateNames);
    expect(new Set(Object.values(postalCodes)).size).toBe(stateNames.length);
  });

  it('have a court in every circuit', () => {
    const inUse = new Set<Circuit>(referenceCourts.map((court) => court.circuit));
    expect(circuits.filter((circuit) => !inUse.has(circuit))).toEqual([]);
  });

  it('hold no markup, entities, control characters or stray spaces', () => {
    for (const court of referenceCourts) {
      for (const text of [court, ...court.offices].flatMap((part) => Object.values(part).flat())) {
        if (typeof text === 'string') expect(text).not.toMatch(/&#?\w+;|<\w|\s{2}|^\s|\s$|\p{Cc}/u);
      }
    }
  });
});

describe('contacts and questions of the reference data', () => {
  it('belong to courts we have', () => {
    const ids = referenceCourts.map((court) => court.id);
    for (const { courtId } of [...referenceContacts, ...referenceQuestions]) expect(ids).toContain(courtId);
  });

  it.each([
    ['mowd', 'PASSWORD', '573-636-4015'],
    ['mowd', 'REINSTATEMENT', '573-636-4015'],
    ['mowb', 'ADMISSIONS', '816-512-1849'],
    ['mowb', 'PASSWORD', '816-512-1849'],
  ])('%s has for %s the number %s', (courtId, purpose, phone) => {
    expect(referenceContacts).toContainEqual(expect.objectContaining({ courtId, purpose, phone }));
  });
});

describe('circuitOrder', () => {
  it('counts from the First to the Federal', () => {
    expect(circuits.map(circuitOrder)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect([circuitLabels['8'], circuitLabels.FED]).toEqual(['Eighth Circuit', 'Federal Circuit']);
  });
});

describe('signInWay', () => {
  it.each([
    [true, null, '2026-01-01', 'CENTRAL_SIGN_ON'],
    [true, '2018-04-23', '2018-04-24', 'CENTRAL_SIGN_ON'],
    [true, '2018-04-23', '2018-04-23', 'CENTRAL_SIGN_ON'],
    [true, '2018-04-23', '2018-04-22', 'OWN_LOGIN'],
    [false, null, '2026-01-01', 'OWN_LOGIN'],
    [false, '2018-04-23', '2026-01-01', 'OWN_LOGIN'],
  ] as const)('NextGen %s since %s is on %s %s', (nextGen, nextGenSince, today, way) => {
    expect(signInWay({ nextGen, nextGenSince }, today)).toBe(way);
  });
});

describe('courtSchema', () => {
  const mowd = referenceCourt('mowd');
  it.each([
    ['an id with a capital', { id: 'MOWD' }],
    ['an unknown circuit', { circuit: '12' }],
    ['a day that does not exist', { nextGenSince: '2018-02-30' }],
    ['a script as its address', { webUrl: 'javascript:alert(1)' }],
    ['an empty title', { title: ' ' }],
    ['a field of no court', { pdfSize: '40 MB' }],
  ])('refuses %s', (_, field) => {
    expect(courtSchema.safeParse({ ...mowd, ...field }).success).toBe(false);
  });
});

describe('isWebAddress', () => {
  it.each([
    ['https://ecf.mowd.uscourts.gov', true],
    ['http://www.mow.uscourts.gov/', true],
    ['ftp://www.mow.uscourts.gov', false],
    ['https://', false],
    ['https://clerk:secret@www.mow.uscourts.gov', false],
    ['www.mow.uscourts.gov', false],
  ])('%s: %s', (text, expected) => {
    expect(isWebAddress(text)).toBe(expected);
  });
});
