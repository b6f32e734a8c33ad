import { expect, it } from 'vitest';
import { pageQuery, pageVariables } from './paging';

const params = (query: string) => new URLSearchParams(query);

it('asks for the first page, the one after a cursor, or the one before', () => {
  expect(pageVariables(params(''), 50)).toEqual({ first: 50 });
  expect(pageVariables(params('after=c1'), 50)).toEqual({ first: 50, after: 'c1' });
  expect(pageVariables(params('before=c2'), 50)).toEqual({ last: 50, before: 'c2' });
});

it('keeps the filters from page to page', () => {
  expect(pageQuery(params('search=mo&after=c1'), { before: 'c2' })).toBe('?search=mo&before=c2');
  expect(pageQuery(params('search=mo&before=c2'), { after: 'c3' })).toBe('?search=mo&after=c3');
});
