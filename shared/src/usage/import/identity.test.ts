import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentText, identityOf, transactionText } from './identity';
import { ordinalCounter } from './ordinals';
import type { UploadedUse } from './uploaded-use';

const document: UploadedUse = {
  transactionId: null,
  instant: 1_738_357_445_000,
  timeKnown: true,
  day: '2025-01-31',
  accountNumber: 1_234_567,
  loginId: null,
  userName: null,
  costCenter: null,
  courtId: 'mowd',
  caseNumber: '4:24-cv-00123',
  clientCode: null,
  kind: 'DOCUMENT',
  search: null,
  description: 'Image4-0',
  format: null,
  bytes: null,
  pages: 5,
  billablePages: null,
  chargeCents: 50,
  exempt: null,
  exemptReason: null,
  correction: false,
};

const content = (given: Partial<UploadedUse>) => contentText({ ...document, ...given }, 1_234_567);

// What is kept was hashed from these texts, so they may never change.
describe('the canonical texts', () => {
  it.each<[string, Partial<UploadedUse>, string]>([
    ['a document', {}, 'C1|1234567|mowd|1738357445000|4:24-cv-00123|image4-0|5|50|0'],
    [
      'a search in the case locator',
      {
        courtId: null,
        caseNumber: null,
        kind: 'SEARCH',
        description: 'All Court Types Party Search',
        pages: 1,
        chargeCents: 10,
      },
      'C1|1234567||1738357445000||all court types party search|1|10|0',
    ],
    [
      'a credit without pages',
      { pages: null, chargeCents: -50, correction: true },
      'C1|1234567|mowd|1738357445000|4:24-cv-00123|image4-0||-50|0',
    ],
  ])('of %s', (_, given, expected) => {
    const { byContent, byTransaction } = identityOf({ ...document, ...given }, 1_234_567, ordinalCounter());
    expect(byContent.replaceAll('\u001f', '|')).toBe(expected);
    expect(byTransaction).toBeNull();
  });

  it.each<[string, boolean, string]>([
    ['9000000001', false, 'T1|9000000001'],
    [' AB-12 ', false, 'T1|ab-12'],
    // A credit may bear the number of the use it is for.
    ['9000000001', true, 'T1|9000000001|credit'],
  ])('of transaction %j, a correction: %s', (transactionId, correction, expected) => {
    expect(transactionText({ ...document, transactionId, correction })?.replaceAll('\u001f', '|')).toBe(
      expected,
    );
  });
});

describe('the content', () => {
  it.each<[string, Partial<UploadedUse>]>([
    ['case and spaces', { caseNumber: ' 4:24-CV-00123', description: 'IMAGE4-0\u00a0' }],
    [
      'the number, the person, the client',
      { transactionId: '1', loginId: 'jroe', clientCode: 'A', userName: 'Roe' },
    ],
    ['search, format and bytes', { search: 'x', format: 'PDF', bytes: 9 }],
    ['which count of pages', { pages: null, billablePages: 5 }],
    ['whether it is exempt', { exempt: true, exemptReason: 'CJA' }],
  ])('is the same whatever a source says of %s', (_, given) => expect(content(given)).toBe(content({})));

  it.each<[string, Partial<UploadedUse>]>([
    ['court', { courtId: 'mowb' }],
    ['instant', { instant: 1_738_357_446_000 }],
    ['case', { caseNumber: '4:24-cv-00124' }],
    ['description', { description: 'Image4-1' }],
    ['pages', { pages: 6 }],
    ['charge', { chargeCents: 60 }],
    ['charge, not given', { chargeCents: null }],
  ])('is another for another %s', (_, given) => expect(content(given)).not.toBe(content({})));

  it('is another for another account', () => {
    expect(contentText(document, 7_654_321)).not.toBe(content({}));
  });

  it('counts the pages that can be charged, so that a source with all pages tells the same use', () => {
    const known = content({ pages: null, billablePages: 30, chargeCents: 300 });
    expect(content({ pages: 45, billablePages: 30, chargeCents: 300 })).toBe(known);
    expect(content({ pages: 45, chargeCents: 300 })).toBe(known);
    expect(content({ pages: 45, billablePages: 0, chargeCents: 0 })).toBe(
      content({ pages: 45, chargeCents: 0 }),
    );
    expect(content({ pages: 45, billablePages: 45, chargeCents: 450 }), 'charged beyond the cap').toBe(
      content({ pages: 45, chargeCents: 450 }),
    );
    const transcript = content({ kind: 'TRANSCRIPT', pages: 45, chargeCents: 450 });
    expect(content({ kind: 'TRANSCRIPT', billablePages: 45, pages: null, chargeCents: 450 })).toBe(
      transcript,
    );
    expect(content({ kind: 'TRANSCRIPT', pages: 30, chargeCents: 450 })).not.toBe(transcript);
  });

  it('is the same for the same letters in another form', () => {
    expect(content({ description: 'Garci\u0301a  v. \n Roe' })).toBe(
      content({ description: 'García v. Roe' }),
    );
  });

  it('is the same for two texts only if they say the same', () => {
    const text = fc.oneof(
      fc.constantFrom('a', 'A ', ' a', 'a  b', 'a b', 'a\tb', 'é', 'e\u0301'),
      fc.string(),
    );
    const plain = (given: string) => given.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
    fc.assert(
      fc.property(text, text, text, text, (description, caseNumber, otherDescription, otherCase) => {
        const same = plain(description) === plain(otherDescription) && plain(caseNumber) === plain(otherCase);
        const one = content({ description, caseNumber });
        expect(one === content({ description: otherDescription, caseNumber: otherCase })).toBe(same);
      }),
      { numRuns: 500 },
    );
  });
});

describe('identical rows of a file', () => {
  it('are told apart by their order, and found again', () => {
    const idsOf = (uses: readonly UploadedUse[]) => {
      const counter = ordinalCounter();
      return uses.map((use) => identityOf(use, 1_234_567, counter).byContent);
    };
    const other = { ...document, pages: 6 };
    const [first, second, between, third] = idsOf([document, document, other, document]);
    expect(new Set([first, second, between, third]).size).toBe(4);
    expect(idsOf([other, document, document])).toEqual([between, first, second]);
  });
});
