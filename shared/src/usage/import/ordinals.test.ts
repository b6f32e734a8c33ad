import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordinalCounter } from './ordinals';

describe('ordinalCounter', () => {
  it('counts how often each text came before', () => {
    const counter = ordinalCounter();
    expect(['a', 'b', 'a', 'a', '', 'b', ''].map((text) => counter.next(text))).toEqual([
      0, 0, 1, 2, 0, 1, 1,
    ]);
  });

  it('counts like a table of the texts themselves', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 200 }), (texts) => {
        const counter = ordinalCounter();
        const counts = new Map<string, number>();
        for (const text of texts) {
          const before = counts.get(text) ?? 0;
          expect(counter.next(text)).toBe(before);
          counts.set(text, before + 1);
        }
      }),
    );
  });

  it('keeps a hundred thousand like texts apart while it grows', () => {
    const counter = ordinalCounter();
    let seen = 0;
    for (let i = 0; i < 100_000; i++) {
      seen += counter.next(
        `C1\u001f1234567\u001fmowd\u001f${1_738_357_445_000 + i * 1000}\u001f4:24-cv-00123`,
      );
    }
    expect(seen).toBe(0);
    expect(counter.next(`C1\u001f1234567\u001fmowd\u001f1738357445000\u001f4:24-cv-00123`)).toBe(1);
  });

  it('counts for one file alone', () => {
    ordinalCounter().next('a');
    expect(ordinalCounter().next('a')).toBe(0);
  });
});
