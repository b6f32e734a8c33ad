import { nice, ticks } from 'd3-array';

export interface Axis {
  readonly ticks: readonly { readonly cents: number; readonly text: string }[];
  /** How far below the top an amount stands, from 0 to 100. */
  readonly y: (cents: number) => number;
}

const steps = 4;

/** Whole dollars without cents, or all with them. */
const textOf = (dollars: number, whole: boolean) => {
  const sign = dollars < 0 ? '-' : '';
  const size = Math.abs(dollars);
  return `${sign}$${whole ? size.toLocaleString('en-US') : size.toFixed(2)}`;
};

/** A scale of money from zero to the largest amount, or from the smallest where there are credits, in round steps. */
export function axisOf(cents: readonly number[]): Axis {
  const least = Math.min(0, ...cents) / 100;
  const most = Math.max(0, ...cents) / 100;
  const [bottom, top] = nice(least, most > least ? most : least + 1, steps);
  const values = ticks(bottom, top, steps);
  const whole = values.every((value) => Number.isInteger(value));
  return {
    ticks: values.map((value) => ({ cents: Math.round(value * 100), text: textOf(value, whole) })),
    y: (amount) => ((top - amount / 100) / (top - bottom)) * 100,
  };
}

/** How far above the bottom an amount stands, for a style. */
export const share = (axis: Axis, cents: number) => `${100 - axis.y(cents)}%`;
