import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import courtsFile from '../../../drizzle/reference/courts.json';
import { courtSearchTerms, courtSearchText, matchesCourt } from './court-search';
import { courtsOf } from './fixtures/courts-of';

const { all: referenceCourts, byId: referenceCourt } = courtsOf(courtsFile);

const indexed = referenceCourts.map((court) => ({ court, text: courtSearchText(court) }));

function find(query: string): string[] {
  const terms = courtSearchTerms(query);
  return indexed.filter(({ text }) => matchesCourt(text, terms)).map(({ court }) => court.id);
}

describe('searching courts', () => {
  it.each(referenceCourts.map((court) => [court.id, court] as const))(
    '%s is found by its own names',
    (id, court) => {
      for (const query of [court.id, court.lookupId, court.title, court.name, court.citation ?? '']) {
        expect(find(query), query).toContain(id);
        expect(find(query.toUpperCase()), query).toContain(id);
      }
    },
  );

  it('finds that court alone by its id of four letters', () => {
    for (const { court } of indexed.filter((one) => /^[a-z]{4}$/.test(one.court.id))) {
      expect(find(court.id), court.id).toEqual([court.id]);
    }
  });

  it.each([
    ['mowd', ['mowd']],
    ['missouri west', ['mowd', 'mowb']],
    ['W.D. Mo.', ['mowd', 'mowb']],
    ['w d mo', ['mowd', 'mowb']],
    ['WDMO', ['mowd', 'mowb']],
    ['W.D. Missouri', ['mowd', 'mowb']],
    ['Bankr. W.D. Mo.', ['mowb']],
    ['U.S. District Court for the Western District of Missouri', ['mowd']],
    ['kansas city', ['ksd', 'mowd', 'ksb', 'mowb']],
    ['S.D. New York', ['nysd', 'nysb']],
    ['ndca', ['cand', 'canb']],
    ['Coeur d’Alene', ['idd']],
    ['fargo', ['ndd', 'ndb']],
    ['bankruptcy appellate panel', ['bap1', 'bap10', 'bap9']],
    ['appeals eighth', ['ca8']],
    ['Fed. Cl.', ['cofc']],
  ])('%s finds %j', (query, ids) => {
    expect(find(query)).toEqual(expect.arrayContaining(ids));
    if (!query.startsWith('U.S.')) expect(find(query)).toHaveLength(ids.length);
  });

  it.each([
    ['8th circuit', '8'],
    ['eighth circuit', '8'],
    ['9th Circuit', '9'],
    ['10th circuit', '10'],
    ['3rd circuit', '3'],
  ])('%s finds the courts of circuit %s and no street of that number', (query, circuit) => {
    const expected = referenceCourts.filter((court) => court.circuit === circuit).map((court) => court.id);
    expect(find(query)).toEqual(expected);
  });

  it('finds every court when nothing is asked', () => {
    expect(courtSearchTerms('  ,. ')).toEqual([]);
    expect(find('')).toHaveLength(207);
  });
});

describe('courtSearchText', () => {
  it('has each word between spaces, once', () => {
    const text = courtSearchText(referenceCourt('mowd'));
    const words = text.trim().split(' ');
    expect(text).toBe(` ${words.join(' ')} `);
    expect(new Set(words).size).toBe(words.length);
    expect(words).toEqual(
      expect.arrayContaining(['mowd', 'mowdc', 'wdmo', 'missouri', 'mo', '8th', 'eighth', 'kansas', 'city']),
    );
  });
});

describe('courtSearchTerms', () => {
  it.each([
    ['Court of Appeals for the Eighth Circuit', ['court', 'appeals', 'eighth', 'circuit']],
    ['of', ['of']],
    ['PÉREZ  pérez', ['perez']],
    ['a b c d e f g h i j', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']],
    ['S.D.N.Y.', ['sdny']],
    ['D.C. Circuit', ['dc', 'circuit']],
    ['u.s. district court', ['u', 's', 'district', 'court']],
  ])('%s gives %j', (query, terms) => {
    expect(courtSearchTerms(query)).toEqual(terms);
  });

  it('gives at most eight terms without spaces, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        const terms = courtSearchTerms(query);
        expect(terms.length).toBeLessThanOrEqual(8);
        for (const term of terms) expect(term).toMatch(/^[\p{L}\p{N}]+$/u);
      }),
    );
  });

  it('finds a court by the beginnings of any of its words in any order', () => {
    const anyCourt = fc.constantFrom(...indexed);
    fc.assert(
      fc.property(
        anyCourt,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 2, max: 20 })), { maxLength: 8 }),
        ({ court, text }, picks) => {
          const words = text
            .trim()
            .split(' ')
            .filter((word) => word.length > 1);
          const query = picks.map(([at, length]) => words[at % words.length]?.slice(0, length)).join(' ');
          expect(find(query)).toContain(court.id);
        },
      ),
      { numRuns: 200 },
    );
  });
});
