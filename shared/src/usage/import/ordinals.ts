/**
 * Counts how often a text came before. It keeps a fingerprint of 64 bits of each and no text, so that a million rows
 * need some 20 MB; two texts of a file of a million share one by chance once in forty million files.
 */
export interface OrdinalCounter {
  /** 0 for the first time a text is given, 1 for the second, and so on. */
  next(text: string): number;
}

const firstSize = 1 << 12;

export function ordinalCounter(): OrdinalCounter {
  let size = firstSize;
  let high = new Uint32Array(size);
  let low = new Uint32Array(size);
  /** How often each was given; 0 is a free place. */
  let counts = new Uint32Array(size);
  let used = 0;

  /** The place of a fingerprint, or the free one where it belongs. */
  const placeOf = (h: number, l: number): number => {
    let place = (l ^ (h >>> 7)) & (size - 1);
    while (counts[place] !== 0 && (high[place] !== h || low[place] !== l)) place = (place + 1) & (size - 1);
    return place;
  };

  const grow = () => {
    const [oldHigh, oldLow, oldCounts] = [high, low, counts];
    size *= 2;
    high = new Uint32Array(size);
    low = new Uint32Array(size);
    counts = new Uint32Array(size);
    for (let i = 0; i < oldCounts.length; i++) {
      const count = oldCounts[i] ?? 0;
      if (count === 0) continue;
      const h = oldHigh[i] ?? 0;
      const l = oldLow[i] ?? 0;
      const place = placeOf(h, l);
      high[place] = h;
      low[place] = l;
      counts[place] = count;
    }
  };

  return {
    next(text) {
      // Two multiplicative hashes (cyrb53’s constants), crossed at the end so that each depends on both.
      let h = 0xdeadbeef;
      let l = 0x41c6ce57;
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        h = Math.imul(h ^ code, 0x9e3779b1);
        l = Math.imul(l ^ code, 0x5f356495);
      }
      h = Math.imul(h ^ (h >>> 16), 0x85ebca6b) ^ Math.imul(l ^ (l >>> 13), 0xc2b2ae35);
      l = Math.imul(l ^ (l >>> 16), 0x85ebca6b) ^ Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
      h >>>= 0;
      l >>>= 0;
      if (used * 10 >= size * 6) grow();
      const place = placeOf(h, l);
      const before = counts[place] ?? 0;
      if (before === 0) {
        high[place] = h;
        low[place] = l;
        used++;
      }
      counts[place] = before + 1;
      return before;
    },
  };
}
