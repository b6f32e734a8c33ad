import { Button, Group } from '@mantine/core';
import { IconTag } from '@tabler/icons-react';
import { FilterChoice } from '../ui/FilterChoice';
import { sizeOptions } from './choices';
import type { UsesChange, UsesValues } from './usesUrl';

interface UsesToolsProps {
  values: UsesValues;
  change: UsesChange;
  /** Where codes may be given. */
  onCode?: () => void;
}

/** What can be done with the list as it is filtered. */
export function UsesTools({ values, change, onCode }: UsesToolsProps) {
  return (
    <Group gap="xs">
      {onCode && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconTag size="1rem" aria-hidden />}
          onClick={onCode}
        >
          Give a client code
        </Button>
      )}
      <FilterChoice
        label="Rows on a page"
        size="xs"
        options={sizeOptions}
        value={values.rows}
        onChange={(value) => change({ rows: value })}
      />
    </Group>
  );
}
