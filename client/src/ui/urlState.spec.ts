import { describe, expect, it } from 'vitest';
import { oneOf, readUrl, someOf, sortBy, text, writeUrl } from './urlState';

const spec = {
  search: text(),
  type: someOf(['DISTRICT', 'BANKRUPTCY']),
  nextGen: oneOf(['any', 'yes', 'no'], 'any'),
  sort: sortBy(['title', 'code'], { column: 'title', descending: false }),
};

const read = (query: string) => readUrl(spec, new URLSearchParams(query));
const write = (query: string, change: Parameters<typeof writeUrl<typeof spec>>[2]) =>
  writeUrl(spec, new URLSearchParams(query), change).toString();

describe('reading an address', () => {
  it('starts with nothing chosen', () => {
    expect(read('')).toEqual({
      search: '',
      type: [],
      nextGen: 'any',
      sort: { column: 'title', descending: false },
    });
  });

  it('reads every kind of field', () => {
    expect(read('search=mo&type=BANKRUPTCY&type=DISTRICT&nextGen=no&sort=-code')).toEqual({
      search: 'mo',
      type: ['DISTRICT', 'BANKRUPTCY'],
      nextGen: 'no',
      sort: { column: 'code', descending: true },
    });
  });

  it('takes nothing that a page does not offer', () => {
    expect(read('type=MUNICIPAL&nextGen=perhaps&sort=judge')).toEqual(read(''));
  });
});

describe('writing an address', () => {
  it('leaves out what a page starts with', () => {
    expect(write('search=mo&sort=-code', { search: '', sort: { column: 'title', descending: false } })).toBe(
      '',
    );
  });

  it('keeps what is not changed', () => {
    expect(write('search=mo&other=1', { type: ['DISTRICT', 'BANKRUPTCY'] })).toBe(
      'search=mo&other=1&type=DISTRICT&type=BANKRUPTCY',
    );
  });

  it('goes back to the first page', () => {
    expect(write('after=abc&search=mo', { search: 'mis' })).toBe('search=mis');
    expect(write('before=abc', { nextGen: 'yes' })).toBe('nextGen=yes');
  });

  it('reads back what it wrote', () => {
    const written = write('', {
      search: 'ohio & more',
      type: ['DISTRICT'],
      sort: { column: 'code', descending: true },
    });
    expect(read(written)).toMatchObject({
      search: 'ohio & more',
      type: ['DISTRICT'],
      sort: { column: 'code' },
    });
  });
});
