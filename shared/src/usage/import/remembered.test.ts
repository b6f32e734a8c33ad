import { expect, it } from 'vitest';
import { remembered } from './remembered';

it('asks once for each text, and for those past its bounds each time', () => {
  let asked = 0;
  const lengthOf = remembered((text) => {
    asked++;
    return { length: text.length };
  });
  const long = 'x'.repeat(201);
  expect(
    [lengthOf('ab'), lengthOf('ab'), lengthOf(long), lengthOf(long)].map(({ length }) => length),
  ).toEqual([2, 2, 201, 201]);
  expect(asked).toBe(3);
  for (let i = 0; i < 6000; i++) lengthOf(String(i));
  for (let i = 0; i < 6000; i++) expect(lengthOf(String(i)).length).toBe(String(i).length);
  expect(asked).toBeLessThan(3 + 6000 + 1100);
});

it('keeps any text apart from any other', () => {
  const same = remembered((text) => ({ text }));
  for (const text of ['\ud800', 'é', 'e\u0301', '"\\', '__proto__']) {
    expect(same(text).text).toBe(text);
    expect(same(`${text}`).text).toBe(text);
  }
});
