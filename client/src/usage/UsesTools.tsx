import { Button, Group } from '@mantine/core';
import { IconDownload, IconTag } from '@tabler/icons-react';
import { FilterChoice } from '../ui/FilterChoice';
import { sizeOptions } from './choices';
import { exportAddress } from './exportAddress';
import type { UsesOf } from './usesQuery';
import type { UsesChange, UsesValues } from './usesUrl';
import { SavedViews } from './views/SavedViews';

interface UsesToolsProps {
  of: UsesOf;
  values: UsesValues;
  change: UsesChange;
  /** Where codes may be given. */
  onCode?: () => void;
}

/** What can be done with the list as it is filtered. */
export function UsesTools({ of, values, change, onCode }: UsesToolsProps) {
  return (
    <Group gap="xs">
      <SavedViews of={of} />
      <Button
        component="a"
        href={exportAddress(of, values)}
        download
        variant="default"
        size="xs"
        leftSection={<IconDownload size="1rem" aria-hidden />}
      >
        Export CSV
      </Button>
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
