import { describe, expect, it } from 'vitest';
import { usageQuery } from '../app/usageQuery';
import { readUrl } from '../ui/urlState';
import { filterOf, isFiltered, nothingChosen, orderOf, problemOf, queryOf, usesUrl } from './usesUrl';

const valuesOf = (query: string) => readUrl(usesUrl, new URLSearchParams(query));

describe('the address of a list of uses', () => {
  it('asks for everything, the latest first, when it says nothing', () => {
    const values = valuesOf('');
    expect(isFiltered(values)).toBe(false);
    expect(orderOf(values.sort)).toEqual({ field: 'AT', direction: 'DESC' });
    expect(filterOf(values)).toEqual(filterOf(nothingChosen));
    expect(problemOf(values)).toBeUndefined();
  });

  it('understands what links to it say', () => {
    const values = valuesOf(
      usageQuery({
        quarter: '2026-Q3',
        person: '2000001',
        client: ['', 'A-1'],
        kind: 'DOCUMENT',
        differing: 'yes',
        q: 'smith',
        sort: '-charge',
      }).toString(),
    );
    expect(filterOf(values)).toMatchObject({
      quarter: '2026-Q3',
      account: ['2000001'],
      clientCode: ['', 'A-1'],
      kind: ['DOCUMENT'],
      differing: true,
      exempt: null,
      search: 'smith',
    });
    expect(orderOf(values.sort)).toEqual({ field: 'CHARGE', direction: 'DESC' });
  });

  it('tells an empty code, which is none, from no choice at all', () => {
    expect(isFiltered(valuesOf('client='))).toBe(true);
    expect(filterOf(valuesOf('client=')).clientCode).toEqual(['']);
    expect(isFiltered(valuesOf('sort=charge&rows=100'))).toBe(false);
  });

  it.each([
    ['q=smith', 'search'],
    ['q=4:24-cv-00123', undefined],
    ['q=smith&quarter=2026-Q3', undefined],
    ['from=2026-09-30&to=2026-07-01', 'from'],
    ['quarter=third', 'quarter'],
  ])('sees what of %s cannot be asked', (query, field) => {
    expect(problemOf(valuesOf(query))?.field).toBe(field);
  });

  it('says the same as the words of the API it is made of', () => {
    const values = valuesOf('quarter=2026-Q3&person=2000001&client=&exempt=no&q=4:24-cv');
    expect(valuesOf(usageQuery(queryOf(filterOf(values))).toString())).toEqual(values);
  });
});
