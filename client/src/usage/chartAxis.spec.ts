import { expect, it } from 'vitest';
import { axisOf, share } from './chartAxis';

const texts = (cents: number[]) => axisOf(cents).ticks.map(({ text }) => text);

it('goes from zero to a round amount that nothing is above', () => {
  expect(texts([12_345, 38_010])).toEqual(['$0', '$100', '$200', '$300', '$400']);
  expect(texts([123_456])).toEqual(['$0', '$500', '$1,000', '$1,500']);
});

it('has cents where whole dollars would be too far apart', () => {
  expect(texts([10, 90])).toEqual(['$0.00', '$0.20', '$0.40', '$0.60', '$0.80', '$1.00']);
});

it('has room for credits below zero', () => {
  const axis = axisOf([-3000, 8000]);
  expect(axis.ticks[0]?.text).toMatch(/^-\$/);
  expect(axis.y(0)).toBeGreaterThan(axis.y(8000));
  expect(axis.y(-3000)).toBeGreaterThan(axis.y(0));
});

it('stands on its feet where nothing was charged', () => {
  const axis = axisOf([0, 0]);
  expect(axis.y(0)).toBe(100);
  expect(share(axis, 0)).toBe('0%');
  expect(axisOf([]).ticks[0]?.text).toBe('$0.00');
});
