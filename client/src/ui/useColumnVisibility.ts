import { useLocalStorage } from '@mantine/hooks';
import type { ColumnVisibilityState, Updater } from '@tanstack/react-table';

/** Which columns of a table somebody wants to see, kept in his browser. */
export function useColumnVisibility(table: string) {
  const [visibility, setVisibility] = useLocalStorage<ColumnVisibilityState>({
    key: `countersign.columns.${table}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  const change = (updater: Updater<ColumnVisibilityState>) =>
    setVisibility((now) => (typeof updater === 'function' ? updater(now) : updater));
  return [visibility, change] as const;
}
