import { useLocalStorage } from '@mantine/hooks';
import type { ColumnVisibilityState, Updater } from '@tanstack/react-table';
import { useMemo } from 'react';

/** Which columns of a table somebody wants to see, kept in his browser; before he says so, all but the optional ones. */
export function useColumnVisibility(table: string, optional: readonly string[]) {
  const [chosen, setChosen] = useLocalStorage<ColumnVisibilityState>({
    key: `countersign.columns.${table}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  const visibility = useMemo(
    () => ({ ...Object.fromEntries(optional.map((id) => [id, false])), ...chosen }),
    [optional, chosen],
  );
  const change = (updater: Updater<ColumnVisibilityState>) =>
    setChosen(typeof updater === 'function' ? updater(visibility) : updater);
  return [visibility, change] as const;
}
