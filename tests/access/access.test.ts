import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, callers } from './callers';
import { matrix, type Outcome } from './matrix';
import { Asker } from './outcome';
import { waysOf } from './ways';
import { openWorld, type World } from './world';

let world: World;
let asker: Asker;
beforeAll(async () => {
  world = await openWorld();
  asker = new Asker(world, world.site.schema);
});
afterAll(() => world.close());

describe('each caller gets of each field what the matrix says:', () => {
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
});

test('and all of it was really asked', () => {
  const types = new Set(
    Object.keys(matrix).map((path) => (/^(Query|Mutation)\./.test(path) ? path : (path.split('.')[0] ?? ''))),
  );
  const ways = [...types].reduce((sum, type) => sum + Object.keys(waysOf(`${type}`)).length, 0);
  expect(asker.asked).toBe(ways * callers.length);
});
