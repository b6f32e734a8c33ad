import { describe, expect, it } from 'vitest';
import schedulesFile from '../../../drizzle/reference/fee-schedules.json';
import { schedulesOf } from './fixtures/schedules-of';
import type { UploadedUse } from './import/uploaded-use';
import { type PricedUse, priceUploadedUse } from './price-uploaded-use';

const { all } = schedulesOf(schedulesFile);

const document: UploadedUse = {
  transactionId: null,
  instant: Date.UTC(2024, 4, 15, 18),
  timeKnown: true,
  day: '2024-05-15',
  accountNumber: 1234567,
  loginId: null,
  userName: null,
  costCenter: null,
  courtId: 'mowd',
  caseNumber: '4:24-cv-00123',
  clientCode: null,
  kind: 'DOCUMENT',
  search: null,
  description: null,
  format: 'PDF',
  bytes: null,
  pages: null,
  billablePages: null,
  chargeCents: null,
  exempt: null,
  exemptReason: null,
  correction: false,
};

type Outcome = Partial<PricedUse>;

describe('priceUploadedUse', () => {
  it.each<[string, Partial<UploadedUse>, Outcome]>([
    [
      'the right charge',
      { pages: 45, chargeCents: 300 },
      { chargeCents: 300, expectedCents: 300, verdict: 'EQUAL', cause: null, billablePages: 30 },
    ],
    [
      'a charge past the cap is kept, and the difference with it',
      { pages: 45, chargeCents: 450 },
      { chargeCents: 450, expectedCents: 300, verdict: 'OVER', cause: 'CAP_NOT_APPLIED' },
    ],
    [
      'a charge below the price',
      { pages: 12, chargeCents: 0 },
      { chargeCents: 0, expectedCents: 120, verdict: 'UNDER', cause: 'NOT_CHARGED' },
    ],
    [
      'pages that were counted already',
      { billablePages: 3, chargeCents: 30 },
      { verdict: 'EQUAL', billablePages: 3 },
    ],
    [
      'bytes of HTML',
      { kind: 'DOCKET_REPORT', format: 'HTML', bytes: 8641, chargeCents: 30 },
      { verdict: 'EQUAL', billablePages: 3 },
    ],
    [
      'no charge: the price is charged, and cannot be checked',
      { pages: 7 },
      { chargeCents: 70, expectedCents: 70, verdict: 'UNCHECKABLE', cause: 'NO_CHARGE' },
    ],
    [
      'a charge without pages cannot be checked',
      { chargeCents: 70 },
      { chargeCents: 70, expectedCents: null, verdict: 'UNCHECKABLE', cause: 'AMOUNT_MISSING' },
    ],
    [
      'a correction has no price',
      { pages: 7, chargeCents: -70, correction: true },
      { chargeCents: -70, expectedCents: null, verdict: 'UNCHECKABLE', cause: 'CORRECTION' },
    ],
    [
      'a day before the first schedule',
      { day: '2004-12-31', pages: 7, chargeCents: 49 },
      { expectedCents: null, scheduleId: null, verdict: 'UNCHECKABLE', cause: 'NOT_IN_FORCE' },
    ],
    [
      'the schedule of its day',
      { day: '2012-03-31', pages: 1, chargeCents: 8 },
      { scheduleId: 'epa-2010-03-16', verdict: 'EQUAL' },
    ],
    [
      'an opinion is free',
      { kind: 'OPINION', pages: 9, chargeCents: 0 },
      { verdict: 'EQUAL', exempt: 'OPINION' },
    ],
    [
      'an exemption that the source claims',
      { pages: 9, chargeCents: 0, exempt: true },
      { expectedCents: 0, verdict: 'EQUAL', exempt: 'OTHER', billablePages: 9 },
    ],
    [
      'one without a charge',
      { pages: 9, exempt: true, exemptReason: 'Appointed under the CJA' },
      { chargeCents: 0, expectedCents: 0, verdict: 'UNCHECKABLE', cause: 'NO_CHARGE', exempt: 'CJA' },
    ],
    [
      'one that was charged nevertheless',
      { pages: 9, chargeCents: 90, exempt: true, exemptReason: 'Chapter 13 trustee' },
      { expectedCents: 0, verdict: 'OVER', cause: 'CHARGED_THOUGH_EXEMPT', exempt: 'CHAPTER_13_DOWNLOAD' },
    ],
    [
      'a free copy',
      { pages: 9, chargeCents: 0, exempt: true, exemptReason: 'Free look' },
      { verdict: 'EQUAL', exempt: 'FREE_COPY' },
    ],
    ['not exempt, as the source says', { pages: 9, chargeCents: 90, exempt: false }, { exempt: null }],
  ])('%s', (_, told, expected) => {
    expect(priceUploadedUse({ ...document, ...told }, all)).toMatchObject({ ok: true, ...expected });
  });

  it('refuses a use of which neither a charge nor a price is known', () => {
    expect(priceUploadedUse(document, all)).toMatchObject({ ok: false, code: 'AMOUNT_MISSING' });
    expect(priceUploadedUse({ ...document, day: '2004-01-01', pages: 3 }, all)).toMatchObject({
      ok: false,
      code: 'NOT_IN_FORCE',
    });
  });
});
