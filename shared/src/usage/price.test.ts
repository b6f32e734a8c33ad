import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import schedulesFile from '../../../drizzle/reference/fee-schedules.json';
import type { Exemption } from './exemption';
import { schedulesOf } from './fixtures/schedules-of';
import { type Price, priceUse } from './price';
import type { PriceRefusal } from './price-refusal';
import { pricePartText } from './price-text';
import { formatsOfKind, type Use, useKinds } from './use';

const { all, on } = schedulesOf(schedulesFile);

type Fields = Omit<Use, 'day'> & { day?: string };

/** What a use comes to, by the schedule of its day. */
function price(fields: Fields, exemptions: readonly Exemption[] = []): Price | PriceRefusal {
  const use: Use = { day: '2024-05-15', ...fields };
  return priceUse(use, on(use.day), exemptions);
}

function cents(fields: Fields, exemptions: readonly Exemption[] = []): number | string {
  const result = price(fields, exemptions);
  return result.ok ? result.cents : result.code;
}

const cja = (exemptOn: boolean): Exemption => ({ kind: 'CJA', courtIds: ['mowd'], exemptOn });
const granted: Exemption = {
  kind: 'COURT_GRANTED',
  courtIds: ['mowd', 'mowb'],
  from: '2024-05-01',
  to: '2024-05-31',
  useKinds: null,
  caseNumbers: null,
};
const government: Exemption = { kind: 'GOVERNMENT' };

describe('the worked examples of the fee schedule, by number', () => {
  it.each<[string, string, Fields, number, Exemption[]?]>([
    ['1', 'party search, 2 pages', { kind: 'SEARCH', format: 'HTML', pages: 2, matches: 61 }, 20],
    ['2', 'docket report, 10 pages', { kind: 'DOCKET_REPORT', format: 'HTML', pages: 10 }, 100],
    ['3', 'PDF, 5 pages', { kind: 'DOCUMENT', format: 'PDF', pages: 5 }, 50],
    ['4', 'search without a match', { kind: 'SEARCH', format: 'HTML', matches: 0 }, 10],
    ['5', 'PDF, 30 pages', { kind: 'DOCUMENT', format: 'PDF', pages: 30 }, 300],
    ['7', 'PDF, 29 pages', { kind: 'DOCUMENT', format: 'PDF', pages: 29 }, 290],
    ['8', 'transcript, 179 pages', { kind: 'TRANSCRIPT', format: 'PDF', pages: 179 }, 1790],
    ['10', 'name search, 54 pages', { kind: 'SEARCH', format: 'HTML', pages: 54 }, 540],
    [
      '11',
      'docket activity report, 100 pages',
      { kind: 'NON_CASE_REPORT', format: 'HTML', pages: 100 },
      1000,
    ],
    ['13', 'an audio file', { kind: 'AUDIO', format: 'AUDIO', files: 1 }, 240],
    ['13', 'two audio files', { kind: 'AUDIO', format: 'AUDIO', files: 2 }, 480],
    ['14', 'opinion, 60 pages', { kind: 'OPINION', format: 'PDF', pages: 60 }, 0],
    [
      '15',
      'link of a notice, first used on the third day',
      { kind: 'DOCUMENT', format: 'PDF', pages: 20 },
      0,
      [{ kind: 'FREE_COPY', noticeOn: '2024-05-12', firstUse: true }],
    ],
    ['17', '4,320 bytes', { kind: 'CASE_REPORT', format: 'HTML', bytes: 4320 }, 10],
    ['17', '43,200 bytes', { kind: 'CASE_REPORT', format: 'HTML', bytes: 43_200 }, 100],
    ['18', '1 byte', { kind: 'CASE_REPORT', format: 'HTML', bytes: 1 }, 10],
    ['18', '4,321 bytes', { kind: 'CASE_REPORT', format: 'HTML', bytes: 4321 }, 20],
    ['19', 'docket of 129,600 bytes', { kind: 'DOCKET_REPORT', format: 'HTML', bytes: 129_600 }, 300],
    ['19', 'docket of 129,601 bytes', { kind: 'DOCKET_REPORT', format: 'HTML', bytes: 129_601 }, 300],
    [
      '24',
      'CJA, switched on, appointing court',
      { kind: 'DOCUMENT', format: 'PDF', pages: 25, courtId: 'mowd' },
      0,
      [cja(true)],
    ],
    [
      '25',
      'CJA, switched off',
      { kind: 'DOCUMENT', format: 'PDF', pages: 25, courtId: 'mowd' },
      250,
      [cja(false)],
    ],
    [
      '25',
      'CJA, another court',
      { kind: 'DOCUMENT', format: 'PDF', pages: 25, courtId: 'mowb' },
      250,
      [cja(true)],
    ],
    ['26', 'service center search, no result', { kind: 'SERVICE_CENTER_SEARCH', matches: 0 }, 3000],
    ['29', 'returned ACH payment', { kind: 'RETURNED_PAYMENT', instrument: 'ACH' }, 5300],
    ['30', 'terminal, 50 pages viewed', { kind: 'TERMINAL_VIEW', pages: 50 }, 0],
    ['30', 'terminal, 50 pages printed', { kind: 'TERMINAL_PRINT', format: 'PAPER', pages: 50 }, 500],
  ])('%s: %s', (_, __, fields, expected, exemptions) => {
    expect(cents(fields, exemptions)).toBe(expected);
  });

  it('28: service center search and one document of 40 pages on paper', () => {
    const search = cents({ kind: 'SERVICE_CENTER_SEARCH' });
    const copy = cents({ kind: 'SERVICE_CENTER_COPY', format: 'PAPER', pages: 40 });
    expect([search, copy]).toEqual([3000, 2000]);
  });
});

describe('the cap', () => {
  it.each<[Fields, number, number, boolean]>([
    [{ kind: 'DOCUMENT', pages: 30 }, 300, 30, false],
    [{ kind: 'DOCUMENT', pages: 31 }, 300, 30, true],
    [{ kind: 'CASE_REPORT', pages: 500 }, 300, 30, true],
    [{ kind: 'TRANSCRIPT', pages: 31 }, 310, 31, false],
    [{ kind: 'SEARCH', pages: 31 }, 310, 31, false],
    [{ kind: 'TERMINAL_PRINT', pages: 31 }, 310, 31, false],
    [{ kind: 'SERVICE_CENTER_COPY', format: 'PDF', documentPages: [40, 12] }, 420, 42, true],
    [{ kind: 'SERVICE_CENTER_COPY', format: 'PAPER', documentPages: [40, 12] }, 2600, 52, false],
    [{ kind: 'DOCUMENT', pages: 45, day: '2011-05-05' }, 240, 30, true],
  ])('%j', (fields, expected, billable, applied) => {
    expect(price(fields)).toMatchObject({ cents: expected, billablePages: billable, capApplied: applied });
  });
});

describe('pages and bytes', () => {
  it('counts HTML by its bytes, whatever pages are given', () => {
    expect(price({ kind: 'DOCKET_REPORT', format: 'HTML', pages: 1, bytes: 43_200 })).toMatchObject({
      billablePages: 10,
    });
  });
  it('counts a PDF by its pages, whatever bytes are given', () => {
    expect(cents({ kind: 'DOCUMENT', format: 'PDF', pages: 2, bytes: 900_000 })).toBe(20);
    expect(cents({ kind: 'DOCUMENT', format: 'PDF', bytes: 900_000 })).toBe('AMOUNT_MISSING');
  });
  it('without a format takes the pages first, then the bytes', () => {
    expect(cents({ kind: 'DOCUMENT', pages: 2, bytes: 900_000 })).toBe(20);
    expect(cents({ kind: 'DOCUMENT', bytes: 4321 })).toBe(20);
  });
  it('charges a search at least one page, and nothing for a document of no pages', () => {
    expect(cents({ kind: 'SEARCH', pages: 0 })).toBe(10);
    expect(cents({ kind: 'SEARCH', format: 'HTML', bytes: 0 })).toBe(10);
    expect(cents({ kind: 'DOCUMENT', pages: 0 })).toBe(0);
  });
  it('takes one file or item where none is counted', () => {
    expect(cents({ kind: 'AUDIO' })).toBe(240);
    expect(cents({ kind: 'SERVICE_CENTER_SEARCH', items: 3 })).toBe(9000);
  });
});

describe('the day decides the schedule', () => {
  it.each<[string, Fields, number | string]>([
    ['2012-03-31', { kind: 'DOCUMENT', pages: 10 }, 80],
    ['2012-04-01', { kind: 'DOCUMENT', pages: 10 }, 100],
    ['2010-03-15', { kind: 'AUDIO' }, 'NOT_IN_SCHEDULE'],
    ['2010-03-16', { kind: 'AUDIO' }, 240],
    ['2006-06-30', { kind: 'SERVICE_CENTER_SEARCH' }, 2000],
    ['2006-07-01', { kind: 'SERVICE_CENTER_SEARCH' }, 2600],
    ['2006-06-30', { kind: 'ACCOUNT_RECORD', pages: 3 }, 'NOT_IN_SCHEDULE'],
    ['2006-07-01', { kind: 'ACCOUNT_RECORD', pages: 3 }, 150],
    ['2006-06-30', { kind: 'RETURNED_PAYMENT', instrument: 'CHECK' }, 'NOT_IN_SCHEDULE'],
    ['2006-07-01', { kind: 'RETURNED_PAYMENT', instrument: 'CHECK' }, 4500],
    ['2013-11-30', { kind: 'RETURNED_PAYMENT', instrument: 'CHECK' }, 5300],
    ['2013-11-30', { kind: 'RETURNED_PAYMENT', instrument: 'ACH' }, 'NOT_IN_SCHEDULE'],
    ['2013-11-30', { kind: 'RETURNED_PAYMENT' }, 'INSTRUMENT_MISSING'],
    ['2013-12-01', { kind: 'RETURNED_PAYMENT' }, 5300],
  ])('%s %j: %s', (day, fields, expected) => expect(cents({ ...fields, day })).toBe(expected));

  it('refuses the schedule of another day', () => {
    const refusal = priceUse({ kind: 'DOCUMENT', day: '2012-03-31', pages: 1 }, on('2012-04-01'));
    expect(refusal).toMatchObject({ ok: false, code: 'NOT_IN_FORCE', field: 'day' });
  });
});

describe('governments', () => {
  it.each([
    ['2012-03-31', 80],
    ['2012-04-01', 80],
    ['2015-03-31', 80],
    ['2015-04-01', 100],
  ])('on %s pay %i cents for 10 pages', (day, expected) => {
    const result = price({ kind: 'DOCUMENT', pages: 10, day }, [government]);
    expect(result).toMatchObject({ cents: expected, exempt: null });
  });
  it('keep the cap in pages, and pay for paper like everybody', () => {
    const day = '2014-01-01';
    expect(cents({ kind: 'DOCUMENT', pages: 99, day }, [government])).toBe(240);
    expect(cents({ kind: 'TERMINAL_PRINT', pages: 10, day }, [government])).toBe(100);
  });
});

describe('exemptions', () => {
  const document = {
    kind: 'DOCUMENT',
    format: 'PDF',
    pages: 25,
    courtId: 'mowd',
    caseNumber: '4:24-cv-00123',
  } as const;
  const noticed = (noticeOn: string, firstUse = true): Exemption => ({
    kind: 'FREE_COPY',
    noticeOn,
    firstUse,
  });
  const downloaded = (lastFreeOn: string | null): Exemption => ({ kind: 'CHAPTER_13_DOWNLOAD', lastFreeOn });

  it.each<[string, Fields, Exemption, boolean]>([
    ['granted by the court', document, granted, true],
    ['granted, first day', { ...document, day: '2024-05-01' }, granted, true],
    ['granted, the day before', { ...document, day: '2024-04-30' }, granted, false],
    ['granted, last day', { ...document, day: '2024-05-31' }, granted, true],
    ['granted, the day after', { ...document, day: '2024-06-01' }, granted, false],
    ['granted without an end', { ...document, day: '2031-01-01' }, { ...granted, to: null }, true],
    ['granted elsewhere', { ...document, courtId: 'nywb' }, granted, false],
    ['granted, court unknown', { ...document, courtId: null }, granted, false],
    ['granted for dockets', document, { ...granted, useKinds: ['DOCKET_REPORT'] }, false],
    ['granted for documents', document, { ...granted, useKinds: ['DOCUMENT'] }, true],
    ['granted for the case', document, { ...granted, caseNumbers: ['4:24-cv-00123'] }, true],
    ['granted for another case', document, { ...granted, caseNumbers: ['4:24-cv-00124'] }, false],
    [
      'granted, case unknown',
      { ...document, caseNumber: null },
      { ...granted, caseNumbers: ['4:24-cv-00123'] },
      false,
    ],
    ['granted, but paper', { ...document, kind: 'TERMINAL_PRINT', format: 'PAPER' }, granted, false],
    ['CJA audio', { kind: 'AUDIO', courtId: 'mowd' }, cja(true), true],
    [
      'CJA, but a service center search',
      { kind: 'SERVICE_CENTER_SEARCH', courtId: 'mowd' },
      cja(true),
      false,
    ],
    ['notice of the same day', document, noticed('2024-05-15'), true],
    ['notice of 15 days ago', document, noticed('2024-04-30'), true],
    ['notice of 16 days ago', document, noticed('2024-04-29'), false],
    ['notice used before', document, noticed('2024-05-15', false), false],
    ['notice still to come', document, noticed('2024-05-16'), false],
    ['notice of a transcript', { ...document, kind: 'TRANSCRIPT' }, noticed('2024-05-15'), false],
    ['first download of a trustee', { kind: 'NON_CASE_REPORT', pages: 200 }, downloaded(null), true],
    ['download after 90 days', { kind: 'NON_CASE_REPORT', pages: 200 }, downloaded('2024-02-15'), true],
    ['download after 89 days', { kind: 'NON_CASE_REPORT', pages: 200 }, downloaded('2024-02-16'), false],
    ['document of a trustee', document, downloaded(null), false],
  ])('%s', (_, fields, exemption, free) => {
    const result = price(fields, [exemption]);
    expect(result.ok && result.exempt).toBe(free ? exemption.kind : null);
    expect(result.ok && result.cents === 0).toBe(free);
  });

  it('says what the use would cost', () => {
    expect(price(document, [granted])).toMatchObject({ cents: 0, fullCents: 250, billablePages: 25 });
    expect(price({ kind: 'OPINION' })).toMatchObject({
      cents: 0,
      fullCents: null,
      pages: null,
      exempt: 'OPINION',
    });
  });

  it('gives the same reason in any order', () => {
    const many = [noticed('2024-05-15'), granted, cja(true)];
    expect(price(document, many)).toMatchObject({ exempt: 'CJA' });
    expect(price(document, [...many].reverse())).toMatchObject({ exempt: 'CJA' });
  });
});

describe('what cannot be priced', () => {
  it.each<[Fields, PriceRefusal['code'], keyof Use]>([
    [{ kind: 'DOCUMENT', pages: -1 }, 'BAD_NUMBER', 'pages'],
    [{ kind: 'DOCUMENT', pages: 1.5 }, 'BAD_NUMBER', 'pages'],
    [{ kind: 'DOCUMENT', pages: Number.NaN }, 'BAD_NUMBER', 'pages'],
    [{ kind: 'DOCUMENT', pages: Number.POSITIVE_INFINITY }, 'BAD_NUMBER', 'pages'],
    [{ kind: 'OPINION', pages: -5 }, 'BAD_NUMBER', 'pages'],
    [{ kind: 'DOCUMENT', pages: 1_000_001 }, 'TOO_MANY', 'pages'],
    [{ kind: 'DOCKET_REPORT', format: 'HTML', bytes: -4320 }, 'BAD_NUMBER', 'bytes'],
    [{ kind: 'SEARCH', matches: -1, pages: 1 }, 'BAD_NUMBER', 'matches'],
    [{ kind: 'AUDIO', files: -1 }, 'BAD_NUMBER', 'files'],
    [{ kind: 'SERVICE_CENTER_SEARCH', items: 0.5 }, 'BAD_NUMBER', 'items'],
    [{ kind: 'DOCUMENT' }, 'AMOUNT_MISSING', 'pages'],
    [{ kind: 'DOCUMENT', pages: null, bytes: null }, 'AMOUNT_MISSING', 'pages'],
    [{ kind: 'SEARCH', matches: 12 }, 'AMOUNT_MISSING', 'pages'],
    [{ kind: 'DOCUMENT', format: 'AUDIO', pages: 1 }, 'FORMAT_NOT_OF_KIND', 'format'],
    [{ kind: 'AUDIO', format: 'PDF' }, 'FORMAT_NOT_OF_KIND', 'format'],
    [{ kind: 'DOCUMENT', format: 'PAPER', pages: 1 }, 'FORMAT_NOT_OF_KIND', 'format'],
    [{ kind: 'SERVICE_CENTER_COPY', pages: 1 }, 'FORMAT_MISSING', 'format'],
    [{ kind: 'SERVICE_CENTER_COPY', format: 'PAPER' }, 'AMOUNT_MISSING', 'documentPages'],
    [
      { kind: 'SERVICE_CENTER_COPY', format: 'PDF', documentPages: [1, 1, 1, 1, 1, 1] },
      'TOO_MANY',
      'documentPages',
    ],
    [{ kind: 'SERVICE_CENTER_COPY', format: 'PDF', documentPages: [1, -1] }, 'BAD_NUMBER', 'documentPages'],
  ])('%j: %s', (fields, code, field) => {
    const result = price(fields);
    expect(result).toMatchObject({ ok: false, code, field });
    expect(result.ok ? '' : result.message).toMatch(/^[A-Z0-9-].+\.$/);
  });

  it('refuses what is no day', () => {
    const refusal = priceUse({ kind: 'DOCUMENT', day: '05/15/2024', pages: 1 }, on('2024-05-15'));
    expect(refusal).toMatchObject({ ok: false, code: 'BAD_DAY' });
  });
});

describe('the parts of a price', () => {
  const texts = (fields: Fields, exemptions: Exemption[] = []) => {
    const result = price(fields, exemptions);
    return result.ok ? result.parts.map(pricePartText) : [];
  };
  it('tell the way to it in words', () => {
    expect(
      texts({ kind: 'DOCKET_REPORT', format: 'HTML', bytes: 150_000, day: '2014-01-01' }, [government]),
    ).toEqual([
      '150,000 bytes at 4,320 a page: 35 pages',
      'At most 30 pages of a document count: 30 of 35',
      'Governments were spared the increase of 2012: $0.08 instead of $0.10',
      '30 pages at $0.08: $2.40',
    ]);
    expect(texts({ kind: 'SEARCH', matches: 0 })).toEqual([
      'No matches: charged as 1 page',
      '1 page at $0.10: $0.10',
    ]);
    expect(texts({ kind: 'OPINION', pages: 2 })).toEqual([
      '2 pages',
      '2 pages at $0.10: $0.20',
      'Exempt: Opinions are free',
    ]);
    expect(texts({ kind: 'AUDIO', files: 2 })).toEqual(['2 files at $2.40: $4.80']);
  });
});

describe('for any use', () => {
  const amounts = fc.record(
    {
      pages: fc.nat(1_000_000),
      bytes: fc.nat(1_000_000_000),
      matches: fc.nat(10_000),
      files: fc.nat(50),
      items: fc.nat(50),
      documentPages: fc.array(fc.nat(500), { maxLength: 5 }),
    },
    { requiredKeys: [] },
  );
  const uses: fc.Arbitrary<Use> = fc
    .tuple(fc.constantFrom(...useKinds), fc.constantFrom(...all), amounts)
    .chain(([kind, schedule, given]) =>
      fc.record({
        kind: fc.constant(kind),
        day: fc.constant(schedule.from),
        format: fc.constantFrom(null, ...formatsOfKind[kind]),
        courtId: fc.constantFrom('mowd', 'mowb'),
        instrument: fc.constantFrom('CHECK', 'ACH', 'CARD'),
        ...Object.fromEntries(Object.entries(given).map(([name, value]) => [name, fc.constant(value)])),
      }),
    ) as fc.Arbitrary<Use>;
  const holders = fc.constantFrom<Exemption[]>([], [government], [cja(true)], [granted]);

  it('the price is whole cents and never negative', () => {
    fc.assert(
      fc.property(uses, holders, (use, exemptions) => {
        const result = priceUse(use, on(use.day), exemptions);
        if (!result.ok) return;
        expect(Number.isSafeInteger(result.cents)).toBe(true);
        expect(result.cents).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  it('exempt is zero, and only then the price is not the full one', () => {
    fc.assert(
      fc.property(uses, holders, (use, exemptions) => {
        const result = priceUse(use, on(use.day), exemptions);
        if (!result.ok) return;
        expect(result.cents).toBe(result.exempt ? 0 : result.fullCents);
      }),
      { numRuns: 500 },
    );
  });

  it('the price is the quantity at its rate', () => {
    fc.assert(
      fc.property(uses, (use) => {
        const result = priceUse(use, on(use.day));
        if (result.ok && result.fullCents !== null)
          expect(result.fullCents).toBe(result.quantity * result.unitCents);
      }),
      { numRuns: 500 },
    );
  });

  it('a capped kind never costs more than the cap', () => {
    fc.assert(
      fc.property(uses, (use) => {
        const schedule = on(use.day);
        const result = priceUse(use, schedule);
        if (!result.ok || !schedule.cappedKinds.includes(use.kind)) return;
        expect(result.cents).toBeLessThanOrEqual(schedule.capPages * schedule.pageCents);
      }),
      { numRuns: 500 },
    );
  });

  it('more is never cheaper', () => {
    const counts = fc.constantFrom('pages', 'bytes', 'files', 'items');
    fc.assert(
      fc.property(uses, counts, fc.nat(1000), holders, (use, field, more, exemptions) => {
        const schedule = on(use.day);
        const now = use[field];
        if (now === undefined || now === null || now + more > 1_000_000) return;
        const before = priceUse(use, schedule, exemptions);
        const after = priceUse({ ...use, [field]: now + more }, schedule, exemptions);
        if (before.ok && after.ok) expect(after.cents).toBeGreaterThanOrEqual(before.cents);
        else expect(after.ok).toBe(before.ok);
      }),
      { numRuns: 1000 },
    );
  });

  it('no exemption makes access dearer', () => {
    fc.assert(
      fc.property(uses, holders, (use, exemptions) => {
        const plain = priceUse(use, on(use.day));
        const spared = priceUse(use, on(use.day), exemptions);
        if (plain.ok && spared.ok) expect(spared.cents).toBeLessThanOrEqual(plain.cents);
      }),
    );
  });
});
