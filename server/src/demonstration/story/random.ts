/** A source of numbers that look random and are the same for the same seed, on every machine. */
export interface Random {
  /** From 0, below 1. */
  share(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  chance(likelihood: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Around a median, with a long tail upwards: two of three lie within the factor e^spread. */
  around(median: number, spread: number): number;
}

/** Four words of state from a text (cyrb128). */
function stateOf(seed: string): [number, number, number, number] {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let i = 0; i < seed.length; i++) {
    const code = seed.charCodeAt(i);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a];
}

/** The small fast counter of PractRand (sfc32), seeded by a text. */
export function randomOf(seed: string): Random {
  let [a, b, c, counter] = stateOf(seed);
  const share = () => {
    const next = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + next) | 0;
    return (next >>> 0) / 4294967296;
  };
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[Math.floor(share() * list.length)];
    if (chosen === undefined) throw new RangeError('There is nothing to pick from.');
    return chosen;
  };
  return {
    share,
    pick,
    between: (least, most) => least + Math.floor(share() * (most - least + 1)),
    chance: (likelihood) => share() < likelihood,
    around(median, spread) {
      // The sum of three shares is near enough to a bell.
      const bell = (share() + share() + share() - 1.5) * 2;
      return median * Math.exp(bell * spread);
    },
  };
}

const golden = (Math.sqrt(5) - 1) / 2;

/** A source whose shares lie evenly over all there are, however few are drawn: a hundred draws are like the weights. */
export function evenly(random: Random): Random {
  let at = random.share();
  const share = () => {
    at = (at + golden) % 1;
    return at;
  };
  return { ...random, share };
}

/** Draws from things by weight; made once, drawn from often. */
export function weighted<T>(entries: readonly (readonly [T, number])[]): (random: Random) => T {
  const limits: number[] = [];
  let total = 0;
  for (const [, weight] of entries) {
    total += weight;
    limits.push(total);
  }
  const last = entries.length - 1;
  return (random) => {
    const at = random.share() * total;
    let low = 0;
    let high = last;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((limits[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    const drawn = entries[low];
    if (drawn === undefined) throw new RangeError('There is nothing to draw from.');
    return drawn[0];
  };
}
