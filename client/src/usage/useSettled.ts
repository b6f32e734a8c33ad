import { useState } from 'react';

/** What a page was asked for, once it is there: while another quarter loads, what is shown is still of the one before. */
export function useSettled<Value>(asked: Value, stale: boolean): Value {
  const [settled, settle] = useState(asked);
  if (!stale && settled !== asked) settle(asked);
  return stale ? settled : asked;
}
