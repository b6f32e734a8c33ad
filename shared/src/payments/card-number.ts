import { isCardLike } from './card-networks';
import { passesLuhn } from './luhn';

/** Digits a card number has (ISO/IEC 7812). */
const fewestDigits = 13;
const mostDigits = 19;

/**
 * How a number must be written to count: grouped in any way, or only as on a card. The second is for codes of a firm’s
 * own making: client and matter numbers are long and have dashes, and one in forty would pass by chance.
 */
export type CardWriting = 'ANY' | 'AS_PRINTED';

interface Span {
  /** Of the first digit, and past the last. */
  readonly from: number;
  readonly to: number;
}

function isCardNumber(digits: string): boolean {
  const { length } = digits;
  return length >= fewestDigits && length <= mostDigits && isCardLike(digits) && passesLuhn(digits);
}

/** How cards have their numbers printed, in groups. */
const printedGroups: readonly (readonly number[])[] = [
  [4, 4, 4, 4],
  [4, 4, 4, 4, 3],
  [4, 6, 5],
  [4, 6, 4],
];

/** Spaces and dashes, and their kin from word processors. */
function isGap(code: number): boolean {
  return (
    code === 32 ||
    code === 45 ||
    code === 9 ||
    code === 0xa0 ||
    code === 0x2007 ||
    code === 0x202f ||
    code === 0x2212 ||
    (code >= 0x2010 && code <= 0x2015)
  );
}

function joined(text: string, groups: readonly Span[]): string {
  let digits = '';
  for (const { from, to } of groups) digits += text.slice(from, to);
  return digits;
}

function spanOf(groups: readonly Span[]): Span {
  return { from: groups[0]?.from ?? 0, to: groups.at(-1)?.to ?? 0 };
}

/** Groups at a place of a run that look as if copied from a card; null where they do not. */
function printedCardAt(text: string, groups: readonly Span[], start: number): readonly Span[] | null {
  const alone = groups.slice(start, start + 1);
  if (isCardNumber(joined(text, alone))) return alone;
  for (const lengths of printedGroups) {
    const part = groups.slice(start, start + lengths.length);
    const fits = part.length === lengths.length && part.every(({ from, to }, i) => to - from === lengths[i]);
    if (fits && isCardNumber(joined(text, part))) return part;
  }
  return null;
}

function cardsInRun(text: string, groups: readonly Span[], writing: CardWriting): Span[] {
  if (writing === 'ANY' && isCardNumber(joined(text, groups))) return [spanOf(groups)];
  const found: Span[] = [];
  for (let start = 0; start < groups.length; start++) {
    const card = printedCardAt(text, groups, start);
    if (!card) continue;
    found.push(spanOf(card));
    start += card.length - 1;
  }
  return found;
}

/** Whether a text has enough digits; almost none has, and nothing is allocated for it. */
function mayHoldCard(text: string): boolean {
  if (text.length < fewestDigits) return false;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57 && ++digits === fewestDigits) return true;
  }
  return false;
}

/** The runs of digit groups that nothing but spaces and dashes parts. */
function runsOf(text: string): Span[][] {
  const runs: Span[][] = [];
  let run: Span[] = [];
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      const from = i;
      while (i < text.length && text.charCodeAt(i) >= 48 && text.charCodeAt(i) <= 57) i++;
      run.push({ from, to: i });
      continue;
    }
    if (!isGap(code) && run.length > 0) {
      runs.push(run);
      run = [];
    }
    i++;
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

function cardNumbers(text: string, writing: CardWriting): Span[] {
  if (!mayHoldCard(text)) return [];
  return runsOf(text).flatMap((run) => cardsInRun(text, run, writing));
}

/**
 * Whether a text holds a card number: 13 to 19 digits, spaces and dashes ignored, with a network’s prefix and the
 * check digit of Luhn; in a longer run of digits, where its groups are those printed on cards.
 */
export function holdsCardNumber(text: string, writing: CardWriting = 'ANY'): boolean {
  return mayHoldCard(text) && cardNumbers(text, writing).length > 0;
}

/** The text with all but the last four digits of each card number hidden. */
export function maskCardNumbers(text: string, writing: CardWriting = 'ANY'): string {
  let masked = text;
  for (const { from, to } of cardNumbers(text, writing).reverse()) {
    const digits = masked.slice(from, to).replace(/\D/g, '');
    masked = `${masked.slice(0, from)}${'*'.repeat(digits.length - 4)}${digits.slice(-4)}${masked.slice(to)}`;
  }
  return masked;
}
