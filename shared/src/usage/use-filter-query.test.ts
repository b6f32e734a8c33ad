import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useKinds } from './use';
import { readUseFilter, type UseFilterWords, useAuthorities } from './use-filter';
import { readUseFilterQuery, useFilterQuery } from './use-filter-query';

function wordsOf(query: string): UseFilterWords {
  const reading = readUseFilterQuery(new URLSearchParams(query));
  if (!reading.ok) throw new Error(reading.problem.message);
  return reading.words;
}

describe('a filter in an address', () => {
  it('has the words of the filter, lists one value after the other', () => {
    const words: UseFilterWords = {
      quarter: '2026-Q3',
      account: ['2000006', '2000007'],
      clientCode: ['', 'A&B'],
      kind: ['DOCUMENT'],
      exempt: false,
      search: '4:26-cv',
    };
    const query =
      'quarter=2026-Q3&account=2000006&account=2000007&clientCode=&clientCode=A%26B&kind=DOCUMENT&exempt=false&search=4%3A26-cv';
    expect(useFilterQuery(words)).toBe(query);
    expect(readUseFilter(wordsOf(query))).toEqual(readUseFilter(words));
  });

  it('says nothing where nothing of it stands there', () => {
    expect(readUseFilter(wordsOf('sort=-charge&columns=at&use=x'))).toEqual(readUseFilter({}));
    expect(useFilterQuery({ from: null, account: [] })).toBe('');
  });

  it.each([
    ['kind=BOOK', 'kind', '“BOOK” is nothing it can be.'],
    ['exempt=yes', 'exempt', '“yes” is nothing it can be.'],
    ['differing=', 'differing', '“” is nothing it can be.'],
    ['authority=NOBODY', 'authority', '“NOBODY” is nothing it can be.'],
    ['clientCode=A&clientCode=%00', 'clientCode', '“␀” is nothing it can be.'],
  ])('is refused where it cannot be meant: %s', (query, field, message) => {
    const reading = readUseFilterQuery(new URLSearchParams(query));
    expect(reading).toEqual({ ok: false, problem: { field, message } });
  });

  it('comes back as it was written', () => {
    const text = fc.string({
      unit: fc.integer({ min: 1, max: 0xd7ff }).map((code) => String.fromCharCode(code)),
    });
    const some = fc.option(fc.array(text));
    const words = fc.record<UseFilterWords>({
      account: some,
      clientCode: some,
      costCenter: some,
      kind: fc.option(fc.subarray([...useKinds])),
      exempt: fc.option(fc.boolean()),
      differing: fc.option(fc.boolean()),
      authority: fc.option(fc.constantFrom(...useAuthorities)),
      batch: fc.option(text),
    });
    fc.assert(
      fc.property(words, (given) => {
        expect(readUseFilter(wordsOf(useFilterQuery(given)))).toEqual(readUseFilter(given));
      }),
    );
  });
});
