import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import schedulesFile from '../../../drizzle/reference/fee-schedules.json';
import { billablePages, bytesToPages } from './billable-pages';
import { schedulesOf } from './fixtures/schedules-of';
import { useKinds } from './use';

const schedule = schedulesOf(schedulesFile).on('2024-01-01');

describe('bytesToPages', () => {
  it.each([
    [0, 1],
    [1, 1],
    [4319, 1],
    [4320, 1],
    [4321, 2],
    [8640, 2],
    [8641, 3],
    [43_200, 10],
    [129_600, 30],
    [129_601, 31],
  ])('%i bytes: %i pages', (bytes, pages) => expect(bytesToPages(bytes, schedule)).toBe(pages));

  it('holds the bytes, with less than a page to spare', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_320_000_000 }), (bytes) => {
        const room = bytesToPages(bytes, schedule) * schedule.bytesPerPage;
        expect(room).toBeGreaterThanOrEqual(bytes);
        expect(room - bytes).toBeLessThan(schedule.bytesPerPage);
      }),
    );
  });
});

describe('billablePages', () => {
  it.each([
    ['DOCUMENT', 30],
    ['DOCKET_REPORT', 30],
    ['CASE_REPORT', 30],
    ['OPINION', 30],
    ['SEARCH', 179],
    ['TRANSCRIPT', 179],
    ['NON_CASE_REPORT', 179],
    ['TERMINAL_PRINT', 179],
    ['ACCOUNT_RECORD', 179],
  ] as const)('%s of 179 pages: %i', (kind, pages) => expect(billablePages(179, kind, schedule)).toBe(pages));

  it('is never more than there are', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.constantFrom(...useKinds), (pages, kind) => {
        expect(billablePages(pages, kind, schedule)).toBeLessThanOrEqual(pages);
      }),
    );
  });
});
