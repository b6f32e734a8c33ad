import { describe, expect, it } from 'vitest';
import { linkage, person } from './fixtures/linkages-of';
import { payerAt, responsibleAt } from './payer';

const linkages = [
  linkage('hawthorne', '2024-03-10T15:30', '2024-06-01T05:00', 'Tax'),
  linkage('lindqvist', '2024-06-01T05:00', '2024-09-01T05:00'),
  linkage('hawthorne', '2025-01-01T06:00', null),
];

describe('payerAt', () => {
  it.each([
    ['before the first interval', '2024-01-01T00:00', person],
    ['a millisecond before it', '2024-03-10T15:29:59.999', person],
    ['at its first instant', '2024-03-10T15:30', 'hawthorne'],
    ['in it', '2024-04-01T00:00', 'hawthorne'],
    ['at its last millisecond', '2024-06-01T04:59:59.999', 'hawthorne'],
    ['at its end, where another begins', '2024-06-01T05:00', 'lindqvist'],
    ['at the end of the last before a gap', '2024-09-01T05:00', person],
    ['in the gap', '2024-12-31T00:00', person],
    ['at the first instant of an open one', '2025-01-01T06:00', 'hawthorne'],
    ['long after', '2125-01-01T00:00', 'hawthorne'],
  ])('%s: %s', (_, at, payer) => {
    expect(payerAt(person, linkages, new Date(`${at}Z`))).toBe(payer);
    expect(payerAt(person, [...linkages].reverse(), new Date(`${at}Z`))).toBe(payer);
  });

  it('is the person himself where no firm ever answered', () =>
    expect(payerAt(person, [], new Date(0))).toBe(person));

  it('comes with the cost center of the interval, and with none outside', () => {
    const at = (time: string) => responsibleAt(person, linkages, new Date(`${time}Z`)).costCenter;
    expect([at('2024-04-01T00:00'), at('2024-07-01T00:00'), at('2024-10-01T00:00')]).toEqual(['Tax', '', '']);
  });
});
