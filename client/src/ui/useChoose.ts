import { useCallback, useEffect, useRef } from 'react';
import { type RowSelection, withChosen } from './RowChoice';

/** Chooses one row. It stays the same function, so that a row is drawn again only when it is chosen itself. */
export function useChoose(selection: RowSelection | undefined) {
  const now = useRef(selection);
  useEffect(() => {
    now.current = selection;
  }, [selection]);
  return useCallback((id: string, on: boolean) => {
    if (now.current) now.current.onChange(withChosen(now.current.chosen, [id], on));
  }, []);
}
