import { describe, expect, it } from 'vitest';
import {
  daysAreBounded,
  filteredDimensions,
  filtersOtherwise,
  readUseFilter,
  type UseFilter,
  type UseFilterWords,
} from './use-filter';
import { caseKeyOf, readUseSearch } from './use-search';

function filterOf(words: UseFilterWords): UseFilter {
  const reading = readUseFilter(words);
  if (!reading.ok) throw new Error(reading.problem.message);
  return reading.filter;
}

describe('readUseFilter', () => {
  it('says nothing where nothing is given, or nothing but null and empty lists', () => {
    const nothing = filterOf({});
    expect(Object.values(nothing).every((part) => part === null)).toBe(true);
    expect(filterOf({ from: null, quarter: null, account: [], kind: null, search: '  ' })).toEqual(nothing);
  });

  it.each<[string, UseFilterWords, UseFilter['days']]>([
    ['a quarter', { quarter: '2026-Q3' }, { from: '2026-07-01', to: '2026-09-30' }],
    ['days', { from: '2026-07-05', to: '2026-07-05' }, { from: '2026-07-05', to: '2026-07-05' }],
    [
      'days of a quarter',
      { quarter: '2026-Q3', from: '2026-08-01' },
      { from: '2026-08-01', to: '2026-09-30' },
    ],
    ['days outside the quarter', { quarter: '2026-Q3', to: '2026-06-30' }, 'NONE'],
  ])('%s', (_, words, days) => {
    expect(filterOf(words).days).toEqual(days);
  });

  it('knows days that are open on one side', () => {
    for (const words of [{ from: '2026-07-05' }, { to: '2026-07-05' }]) {
      const { days } = filterOf(words);
      expect(days === null || days === 'NONE' || daysAreBounded(days)).toBe(false);
    }
  });

  it.each<[UseFilterWords, keyof UseFilterWords, string]>([
    [{ from: '2026-02-30' }, 'from', 'not a day'],
    [{ to: 'today' }, 'to', 'not a day'],
    [{ from: '2026-02-02', to: '2026-02-01' }, 'from', 'later than'],
    [{ quarter: 'Q3 2026' }, 'quarter', '2026-Q3'],
    [{ account: Array.from({ length: 101 }, String) }, 'account', 'At most 100'],
    [{ search: 'x'.repeat(201) }, 'search', '200 characters'],
    [{ search: 'smith' }, 'search', 'within days'],
    [{ search: 'smith', from: '2026-01-01' }, 'search', 'within days'],
  ])('refuses %j by its field', (words, field, message) => {
    const reading = readUseFilter(words);
    expect(reading).toMatchObject({ ok: false, problem: { field } });
    expect(reading.ok || reading.problem.message).toContain(message);
  });

  it('takes a search for a case anywhere, and for words within days', () => {
    expect(filterOf({ search: '2:24-cv-0' }).search?.caseKey).toBe('2:24-cv-0');
    expect(filterOf({ search: 'Smith v. Jones', quarter: '2026-Q1' }).search).toEqual({
      caseKey: null,
      words: ['smith', 'v.', 'jones'],
    });
  });
});

describe('what a filter names', () => {
  it('of the dimensions of totals, and besides them', () => {
    const filter = filterOf({ court: ['mowd'], clientCode: [''], quarter: '2026-Q1' });
    expect(filteredDimensions(filter)).toEqual(['COURT', 'CLIENT']);
    expect(filtersOtherwise(filter)).toBe(false);
    expect(
      filteredDimensions(filterOf({ account: ['2000006'], kind: ['AUDIO'], costCenter: ['LIT'] })),
    ).toEqual(['ACCOUNT', 'KIND', 'COST_CENTER']);
  });

  it.each<UseFilterWords>([
    { exempt: false },
    { differing: true },
    { authority: 'RECORDED' },
    { batch: 'x' },
    { search: '2:24' },
  ])('%j is besides them', (words) => {
    expect(filtersOtherwise(filterOf(words))).toBe(true);
  });
});

describe('readUseSearch', () => {
  it.each([
    ['2:24-cv-00123', '2:24-cv-00123'],
    ['2:24-CV', '2:24-cv'],
    [' 24-1234 ', '24-1234'],
    ['2: 24-cv-00123', '2:24-cv-00123'],
    ['smith', null],
    ['Smith 2024', 'smith2024'],
    ['docket report, 12 pages', null],
    ['7', null],
  ])('“%s” may be the case %s', (text, key) => {
    expect(readUseSearch(text)?.caseKey ?? null).toBe(key);
  });

  it('has at most six words, in lower case', () => {
    expect(readUseSearch('One  two THREE four five six seven')?.words).toEqual(
      'one two three four five six'.split(' '),
    );
    expect(readUseSearch(' \t ')).toBeNull();
  });

  it('compares cases without spaces and case', () => {
    expect(caseKeyOf('2:24-CV-00123 JAM')).toBe('2:24-cv-00123jam');
  });
});
