import { useState } from 'react';

/** A value as it was until what belongs to the new one is there. */
export function useSettled<Value>(value: Value, stale: boolean): Value {
  const [settled, setSettled] = useState(value);
  if (!stale && settled !== value) setSettled(value);
  return stale ? settled : value;
}
