import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, callers } from './callers';
import type { Outcome } from './cells';
import { matrix } from './matrix';
import { Asker } from './outcome';
import { waysOf } from './ways';
import { openWorld, type World } from './world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** The site as it is, and without the second wall: each must hold by itself (tests/database looks at the second). */
const walls: [string, () => Promise<string>][] = [
  ['as it is', async () => world.site.url],
  ['by our own code alone, on a database that hides nothing', () => world.serverWithoutPolicies()],
];

describe.each(walls)('each caller gets of each field what the matrix says, %s:', (_, server) => {
  let asker: Asker;
  beforeAll(async () => {
    asker = new Asker(world, world.site.schema, await server());
  });

  test.each(Object.entries(matrix))('%s', async (path, row) => {
    const outcomes: Record<string, Partial<Record<Caller, Outcome>>> = {};
    for (const [name, way] of Object.entries(waysOf(path))) {
      // One after another: sign-ins at once count as attempts at once.
      const of: Partial<Record<Caller, Outcome>> = {};
      for (const caller of callers) of[caller] = await asker.outcome(path, name, way, caller);
      outcomes[name] = of;
    }
    expect(outcomes).toEqual(row);
  });

  test('and all of it was really asked', () => {
    const types = new Set(
      Object.keys(matrix).map((path) => (/^(Query|Mutation)\./.test(path) ? path : path.replace(/\..*/, ''))),
    );
    const ways = [...types].reduce((sum, type) => sum + Object.keys(waysOf(type)).length, 0);
    expect(asker.asked).toBe(ways * callers.length);
  });
});
