import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DateOrder, type InstantFault, readInstant } from './instants';
import { zoneClock } from './zone-clock';

const chicago = zoneClock('America/Chicago');

/** The instant as text, or why there is none. */
function read(date: string, time = '', order: DateOrder | null = null): string {
  const result = readInstant(date, time, order, chicago);
  return typeof result === 'string' ? result : new Date(result.instant).toISOString();
}

/** Noon in Chicago on the last of January. */
const noon = '2025-01-31T18:00:00.000Z';
/** Its beginning. */
const midnight = '2025-01-31T06:00:00.000Z';

describe('dates', () => {
  it.each<[string, DateOrder | null]>([
    ['2025-01-31', null],
    ['2025/01/31', null],
    ['2025.01.31', null],
    ['2025-1-31', null],
    ['20250131', null],
    ['01/31/2025', 'MDY'],
    ['1/31/25', 'MDY'],
    ['01-31-2025', 'MDY'],
    ['31/01/2025', 'DMY'],
    ['31.1.2025', 'DMY'],
    // Only one order makes a day of these.
    ['01/31/2025', null],
    ['31/01/2025', null],
    ['Jan 31, 2025', null],
    ['January 31 2025', null],
    ['JAN. 31, 2025', null],
    ['31 Jan 2025', null],
    ['31-Jan-2025', null],
    ['31-Jan-25', null],
    ['31Jan2025', null],
    ['  2025-01-31  ', null],
    ['01/31/2025,', null],
  ])('%j, order %s', (text, order) => {
    expect(read(text, '', order)).toBe(midnight);
    expect(readInstant(text, '', order, chicago)).toMatchObject({ timeKnown: false });
    expect(read(text, '12:00', order)).toBe(noon);
  });

  it.each<[string, string, DateOrder]>([
    ['02/03/2025', '2025-02-03T06:00:00.000Z', 'MDY'],
    ['02/03/2025', '2025-03-02T06:00:00.000Z', 'DMY'],
    ['Sept 2, 2025', '2025-09-02T05:00:00.000Z', 'MDY'],
    ['29-Feb-2024', '2024-02-29T06:00:00.000Z', 'MDY'],
    ['12/31/79', '2079-12-31T06:00:00.000Z', 'MDY'],
    ['12/31/80', 'OUT_OF_BOUNDS', 'MDY'],
    ['12/31/89', '1989-12-31T06:00:00.000Z', 'MDY'],
  ])('%j is %s by %s', (text, instant, order) => expect(read(text, '', order)).toBe(instant));

  it.each<[string, InstantFault, (DateOrder | null)?]>([
    ['01/02/2025', 'ORDER_UNKNOWN'],
    ['01-02-25', 'ORDER_UNKNOWN'],
    ['31/01/2025', 'NOT_A_DATE', 'MDY'],
    ['01/31/2025', 'NOT_A_DATE', 'DMY'],
    ['13/13/2025', 'NOT_A_DATE'],
    ['2025-02-29', 'NOT_A_DATE'],
    ['2100-02-29', 'NOT_A_DATE'],
    ['2025-04-31', 'NOT_A_DATE'],
    ['2025-00-10', 'NOT_A_DATE'],
    ['2025-10-00', 'NOT_A_DATE'],
    ['2025-13-01', 'NOT_A_DATE'],
    ['00/10/2025', 'NOT_A_DATE', 'MDY'],
    ['2025-01/31', 'NOT_A_DATE'],
    ['2025-01-311', 'NOT_A_DATE'],
    ['1/31/202', 'NOT_A_DATE', 'MDY'],
    ['1/31/20255', 'NOT_A_DATE', 'MDY'],
    ['45688', 'NOT_A_DATE'],
    ['2025', 'NOT_A_DATE'],
    ['202501', 'NOT_A_DATE'],
    ['31 Ja 2025', 'NOT_A_DATE'],
    ['Marvelous 31, 2025', 'NOT_A_DATE'],
    ['Decline 5, 2025', 'NOT_A_DATE'],
    ['31 Janus 2025', 'NOT_A_DATE'],
    ['today', 'NOT_A_DATE'],
    ['-', 'NOT_A_DATE'],
    ['', 'NOT_A_DATE'],
    ['1987-12-31', 'OUT_OF_BOUNDS'],
    ['2200-01-01', 'OUT_OF_BOUNDS'],
  ])('%j: %s', (text, fault, order) => expect(read(text, '', order ?? null)).toBe(fault));
});

describe('times', () => {
  it.each([
    ['15:04:05', '21:04:05.000'],
    ['15:04', '21:04:00.000'],
    ['3:04:05 PM', '21:04:05.000'],
    ['03:04:05 pm', '21:04:05.000'],
    ['3:04 p.m.', '21:04:00.000'],
    ['3:04PM', '21:04:00.000'],
    ['3 PM', '21:00:00.000'],
    ['12:00:00 AM', '06:00:00.000'],
    ['12:30 PM', '18:30:00.000'],
    ['12:30 am', '06:30:00.000'],
    ['15:04:05.5', '21:04:05.500'],
    ['15:04:05,123456789', '21:04:05.123'],
    ['3:04:05\u202fPM', '21:04:05.000'],
    ['15:04:05Z', '15:04:05.000'],
    ['15:04:05 UTC', '15:04:05.000'],
    ['15:04:05+00:00', '15:04:05.000'],
    ['15:04:05-0600', '21:04:05.000'],
    ['15:04:05 -05:00', '20:04:05.000'],
    ['15:04:05\u221205:00', '20:04:05.000'],
    ['15:04:05+5:30', '09:34:05.000'],
    ['15:04:05-6', '21:04:05.000'],
    ['3:04 PM CST', '21:04:00.000'],
    ['3:04 PM CDT', '20:04:00.000'],
    ['15:04 est', '20:04:00.000'],
    ['11:04 HST', '21:04:00.000'],
    ['12:04 AKST', '21:04:00.000'],
    ['15:04 AST', '19:04:00.000'],
  ])('%j', (time, expected) => {
    const instant = `2025-01-31T${expected}Z`;
    expect(read('2025-01-31', time)).toBe(instant);
    expect(read(`2025-01-31 ${time}`)).toBe(instant);
    expect(read(`2025-01-31T${time}`)).toBe(instant);
    expect(read(`01/31/2025, ${time}`, '', 'MDY')).toBe(instant);
    expect(readInstant('2025-01-31', time, null, chicago)).toMatchObject({ timeKnown: true });
  });

  it.each([
    '24:00',
    '15:60',
    '15:04:60',
    '15:4',
    '15:04:5',
    '15:04:',
    '15',
    '1504',
    '13:04 PM',
    '0:30 AM',
    '3:04 QM',
    '3:04 PM PM',
    '15:04:05.',
    '15:04:05.1234567890',
    '15:04 XYZ',
    '15:04+15:00',
    '15:04+05:60',
    '15:04+',
    '15:04 GMT+2',
    'noon',
    ':30',
  ])('%j is none', (time) => {
    expect(read('2025-01-31', time)).toBe('NOT_A_TIME');
    expect(read(`2025-01-31 ${time}`)).toBe('NOT_A_TIME');
  });

  it('belongs to the day before or after by its zone', () => {
    expect(read('2025-01-31', '23:30 PST')).toBe('2025-02-01T07:30:00.000Z');
    expect(read('2025-01-31T00:30:00+05:30')).toBe('2025-01-30T19:00:00.000Z');
  });

  it.each<[string, string, string]>([
    ['2025-01-31 00:00:00', '15:04', '2025-01-31T21:04:00.000Z'],
    ['1/31/2025 12:00:00 AM', '15:04', '2025-01-31T21:04:00.000Z'],
    ['2025-01-31T00:00:00', '15:04', '2025-01-31T21:04:00.000Z'],
    ['2025-01-31 15:04', '15:04', 'TIME_TWICE'],
    ['2025-01-31 00:00:00Z', '15:04', 'TIME_TWICE'],
    ['2025-01-31 00:00:00', '', midnight],
    ['2025-01-31', '  ', midnight],
    ['2025-01-31T', '', 'NOT_A_TIME'],
    ['2025-01-31T', '15:04', 'NOT_A_TIME'],
    ['2025-01-31x', '', 'NOT_A_DATE'],
    ['2025-01-31 x', '', 'NOT_A_TIME'],
  ])('a date %j with the time %j: %s', (date, time, expected) => expect(read(date, time)).toBe(expected));
});

describe('the clocks of the zone', () => {
  it.each([
    ['before they go forward', '2024-03-10 01:59:59', '2024-03-10T07:59:59.000Z'],
    ['a time that is skipped', '2024-03-10 02:30:00', '2024-03-10T08:30:00.000Z'],
    ['after', '2024-03-10 03:00:00', '2024-03-10T08:00:00.000Z'],
    ['before they go back', '2024-11-03 00:59:59', '2024-11-03T05:59:59.000Z'],
    ['a time that comes twice', '2024-11-03 01:30:00', '2024-11-03T06:30:00.000Z'],
    ['its second coming, told by a zone', '2024-11-03 01:30:00 CST', '2024-11-03T07:30:00.000Z'],
    ['after', '2024-11-03 02:00:00', '2024-11-03T08:00:00.000Z'],
  ])('%s', (_, text, instant) => expect(read(text)).toBe(instant));
});

describe('any instant', () => {
  const instants = fc.date({
    min: new Date('1990-01-01T00:00:00Z'),
    max: new Date('2090-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  const pad = (number: number) => String(number).padStart(2, '0');
  const iso = (at: Date) => at.toISOString().slice(0, 19);

  it('comes back from every way of writing it', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const expected = `${iso(at)}.000Z`;
        const [year, month, day] = [at.getUTCFullYear(), pad(at.getUTCMonth() + 1), pad(at.getUTCDate())];
        const [hour, rest] = [at.getUTCHours(), `${pad(at.getUTCMinutes())}:${pad(at.getUTCSeconds())}`];
        const twelve = `${hour % 12 || 12}:${rest} ${hour < 12 ? 'AM' : 'PM'} UTC`;
        expect(read(`${iso(at)}Z`)).toBe(expected);
        expect(read(`${month}/${day}/${year}`, twelve, 'MDY')).toBe(expected);
        expect(read(`${day}.${month}.${year} ${twelve}`, '', 'DMY')).toBe(expected);
        expect(read(`${year}${month}${day}`, `${pad(hour)}:${rest}Z`)).toBe(expected);
      }),
    );
  });

  it('or any text never makes it throw, nor leave the years there are', () => {
    const unit = fc.constantFrom('0', '1', '2', '9', '/', '-', ':', '.', ' ', 'T', 'Jan', 'PM', '+', '2025');
    const text = fc.string({ unit, maxLength: 10 });
    fc.assert(
      fc.property(text, text, fc.constantFrom(null, 'MDY', 'DMY'), (date, time, order) => {
        const result = readInstant(date, time, order, chicago);
        if (typeof result === 'string') return;
        expect(new Date(result.instant).getUTCFullYear()).toBeGreaterThan(1987);
        expect(new Date(result.instant).getUTCFullYear()).toBeLessThan(2201);
      }),
      { numRuns: 2000 },
    );
  });
});
