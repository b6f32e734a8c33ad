import { dollars } from '@countersign/shared/usage/dollars';

const signed = (text: string, value: number) => (value > 0 ? `+${text}` : text);

/** A difference of money with its sign, and beside what it is to in percent where that says anything. */
export function differenceText(cents: number, beforeCents?: number): string {
  const money = signed(dollars(cents), cents);
  if (!beforeCents || beforeCents < 0) return money;
  const percent = Math.round((cents / beforeCents) * 100);
  return `${money} (${signed(`${percent} %`, percent)})`;
}
