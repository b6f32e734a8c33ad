import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './FilterBar.module.css';

interface FilterBarProps {
  label: string;
  /** Whether anything is filtered; then it can be cleared at once. */
  active: boolean;
  onClear: () => void;
  children: ReactNode;
}

export function FilterBar({ label, active, onClear, children }: FilterBarProps) {
  return (
    <search className={classes.root} aria-label={label} data-no-print>
      {children}
      {active && (
        <Button variant="subtle" size="sm" px="xs" onClick={onClear}>
          Clear all
        </Button>
      )}
    </search>
  );
}
