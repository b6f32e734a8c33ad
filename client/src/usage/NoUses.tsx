import type { UseFilterProblem } from '@countersign/shared/usage/use-filter';
import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmptyState } from '../ui/EmptyState';
import { quarterNow } from './choices';
import { isFiltered, nothingChosen, type UsesChange, type UsesValues } from './usesUrl';
import { useZone } from './zone';

interface NoUsesProps {
  /** What of the filter cannot be understood. */
  problem?: UseFilterProblem;
  values: UsesValues;
  change: UsesChange;
  beginning: ReactNode;
}

/** Why no uses are shown, and how to come to some. */
export function NoUses({ problem, values, change, beginning }: NoUsesProps) {
  const now = quarterNow(useZone());
  const clear = <Button onClick={() => change(nothingChosen)}>Clear the filters</Button>;
  if (problem?.field === 'search') {
    return (
      <EmptyState
        title="Words are looked for within days"
        action={
          <Group gap="xs" justify="center">
            <Button onClick={() => change({ quarter: now.value })}>Search {now.label}</Button>
            <Button variant="default" onClick={() => change({ q: '' })}>
              Clear the search
            </Button>
          </Group>
        }
      >
        Choose a quarter, or a first and a last day. The beginning of a case number is found without them.
      </EmptyState>
    );
  }
  if (problem) {
    return (
      <EmptyState title="This cannot be asked for" action={clear}>
        {problem.message}
      </EmptyState>
    );
  }
  if (isFiltered(values)) {
    return (
      <EmptyState title="No transaction matches" action={clear}>
        Try fewer filters, or other days.
      </EmptyState>
    );
  }
  return <EmptyState title="No transactions yet">{beginning}</EmptyState>;
}
