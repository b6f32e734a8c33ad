import type { Caller } from './callers';
import type { World } from './world';

/**
 * How a caller comes to an object: the fields to go through, with their arguments. For a root field it is the field
 * itself. Mutations are done anew for each caller.
 */
export type Way = (world: World, caller: Caller) => readonly string[] | Promise<readonly string[]>;

export type Ways = Readonly<Record<string, Way>>;

export const node = (id: string, type: string) => [`node(id: "${id}")`, `... on ${type}`];

export const to =
  (...steps: readonly string[]): Way =>
  () =>
    steps;
export const further = (ways: Ways, ...steps: readonly string[]): Ways =>
  Object.fromEntries(
    Object.entries(ways).map(([name, way]): [string, Way] => [
      name,
      async (world, caller) => [...(await way(world, caller)), ...steps],
    ]),
  );
