import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanEmail, cleanText, cleanUrl } from './clean-text';

describe('cleanText', () => {
  it.each([
    ['Skyler B. O&#039;Hara, Clerk<br>401 North Market', "Skyler B. O'Hara, Clerk 401 North Market"],
    [
      '<P><B>Western Division </B><P>400 E 9th St. Kansas City, MO  64106',
      'Western Division 400 E 9th St. Kansas City, MO 64106',
    ],
    ['Tom &amp;amp; Jerry', 'Tom & Jerry'],
    ['&amp;lt;b&amp;gt;bold&amp;lt;/b&amp;gt;', 'bold'],
    ['before <a href="x', 'before'],
    ['<!-- <b> note --> after', 'after'],
    ['a\u0000b\u0007c\u200Bd\uFEFF\u00A0e\uD800f', 'a b cd ef'],
    ['8 < 9 & 10', '8 < 9 & 10'],
    [2064, '2064'],
    ['[701-297-7100]', '[701-297-7100]'],
    [
      'abcdefghijk lmnopqrstuvwxyz 0123456789 abcdefghijklmnopqrstuvwxyz',
      'abcdefghijk lmnopqrstuvwxyz 0123456789 abcdefghijklmnopqrst…',
    ],
    ['&nbsp;', null],
    ['N/A', null],
    ['NA', null],
    ['---', null],
    ['[phone number]', null],
    ["Court's address", null],
    [undefined, null],
    [{ text: 'x' }, null],
  ])('%j becomes %j', (raw, clean) => {
    expect(cleanText(raw, 60)).toBe(clean);
  });

  const html = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<b>',
        '</',
        '<',
        '>',
        '&',
        '&amp;',
        'amp;',
        '&lt;',
        '&#60;',
        '<!--',
        '-->',
        '\uD83D',
        ' ',
      ),
    ),
  );

  it('leaves nothing to clean, for any text', () => {
    fc.assert(
      fc.property(html, (parts) => {
        const clean = cleanText(parts.join(''), 40);
        if (clean === null) return;
        expect(cleanText(clean, 40)).toBe(clean);
        expect(clean.length).toBeLessThanOrEqual(40);
        expect(clean).not.toMatch(/<\/?[a-z]|\p{Cc}|\p{Cs}|^\s|\s$|\s\s/iu);
      }),
      { numRuns: 2000 },
    );
  });

  it('is not slowed down by hostile text', () => {
    const started = performance.now();
    for (const unit of ['&amp;', '<', '<!--', '&amp;lt;', 'a@', ' ']) {
      cleanText(unit.repeat(1_000_000), 100);
      cleanEmail(unit.repeat(1_000_000));
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('cleanEmail', () => {
  it.each([
    ['kcgen&#064;mow.uscourts.gov', 'kcgen@mow.uscourts.gov'],
    ['<a href="mailto:ecf@mdb.uscourts.gov">ecf@mdb.uscourts.gov</a>', 'ecf@mdb.uscourts.gov'],
    ['ECF Help Desk - attyhelp&#064;mied.uscourts.gov', 'attyhelp@mied.uscourts.gov'],
    [
      '(General E-mail) newcases@cod.uscourts.gov (CM/ECF Help) cod_cmecf@cod.uscourts.gov',
      'newcases@cod.uscourts.gov',
    ],
    ['Write to ecf@ned.uscourts.gov.', 'ecf@ned.uscourts.gov'],
    ["Court's e-mail address", null],
    ['https://insb.hesk.com', null],
    ['a..b@x.gov', null],
    ['a@b', null],
    [undefined, null],
  ])('%j becomes %j', (raw, clean) => {
    expect(cleanEmail(raw)).toBe(clean);
  });
});

describe('cleanUrl', () => {
  it.each([
    [' https://ecf.mowd.uscourts.gov ', 'https://ecf.mowd.uscourts.gov'],
    ['http://www.ca8.uscourts.gov/a?b=1&amp;c=2', 'http://www.ca8.uscourts.gov/a?b=1&c=2'],
    ['javascript:alert(1)', null],
    ['java\u0000script:alert(1)', null],
    ['//www.mow.uscourts.gov', null],
    [`https://www.mow.uscourts.gov/${'a'.repeat(500)}`, null],
    [undefined, null],
  ])('%j becomes %j', (raw, clean) => {
    expect(cleanUrl(raw)).toBe(clean);
  });
});
