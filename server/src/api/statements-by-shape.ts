import { LRUCache } from 'lru-cache';
import type { Statement, Values } from '../platform/statement';

type Compiled = (values: Values) => Statement<unknown>;

const compiled = new LRUCache<string, Compiled>({ max: 500 });

/** A list's statement depends on which filters and bounds are given: each shape is built by Drizzle once. */
export function statementByShape<Row>(
  shape: string,
  values: Values,
  build: () => (values: Values) => Statement<Row>,
): Statement<Row> {
  let make = compiled.get(shape) as ((values: Values) => Statement<Row>) | undefined;
  if (!make) {
    make = build();
    compiled.set(shape, make as Compiled);
  }
  return make(values);
}
