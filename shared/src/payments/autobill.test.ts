import { describe, expect, it } from 'vitest';
import { autobillStanding, type LinkSpan } from './autobill';

const day = (text: string) => new Date(`${text}T12:00:00Z`);
const span = (from: string, to: string | null): LinkSpan => ({
  startsAt: day(from),
  endsAt: to === null ? null : day(to),
});
const now = day('2027-06-15');

describe('autobill', () => {
  it.each<[string, Date | null, LinkSpan[], string]>([
    ['never agreed to', null, [], 'OFF'],
    ['never agreed to, while a firm pays', null, [span('2027-01-01', null)], 'OFF'],
    ['agreed to', day('2027-01-01'), [], 'ON'],
    ['agreed to after an earlier firm', day('2027-01-01'), [span('2025-01-01', '2026-01-01')], 'ON'],
    ['agreed to at the very instant of leaving', day('2027-01-01'), [span('2025-01-01', '2027-01-01')], 'ON'],
    ['agreed to, and then a firm pays', day('2027-01-01'), [span('2027-02-01', null)], 'FIRM_PAYS'],
    ['agreed to while a firm pays', day('2027-03-01'), [span('2027-02-01', null)], 'FIRM_PAYS'],
    ['a firm pays until tomorrow', day('2027-01-01'), [span('2027-02-01', '2027-06-16')], 'FIRM_PAYS'],
    ['left since', day('2027-01-01'), [span('2027-02-01', '2027-05-01')], 'ACKNOWLEDGE_AGAIN'],
    ['left this instant', day('2027-01-01'), [span('2027-02-01', '2027-06-15')], 'ACKNOWLEDGE_AGAIN'],
    [
      'agreed to while linked, and left',
      day('2027-03-01'),
      [span('2027-02-01', '2027-05-01')],
      'ACKNOWLEDGE_AGAIN',
    ],
    ['a firm begins tomorrow', day('2027-01-01'), [span('2027-06-16', null)], 'ON'],
    [
      'two firms, out of both',
      day('2027-04-01'),
      [span('2027-02-01', '2027-03-01'), span('2027-03-01', '2027-05-01')],
      'ACKNOWLEDGE_AGAIN',
    ],
  ])('%s', (_, acknowledgedAt, spans, standing) => {
    expect(autobillStanding(acknowledgedAt, spans, now)).toBe(standing);
  });
});
