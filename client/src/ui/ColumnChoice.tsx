import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import type { Column, RowData } from '@tanstack/react-table';
import bar from './FilterBar.module.css';
import type { Features } from './tableColumns';

interface ColumnChoiceProps<Row extends RowData> {
  columns: Column<Features, Row, unknown>[];
}

export function ColumnChoice<Row extends RowData>({ columns }: ColumnChoiceProps<Row>) {
  const choosable = columns.filter(({ columnDef: { meta } }) => meta && !meta.names && !meta.actions);
  return (
    <Popover trapFocus returnFocus position="bottom-end" shadow="md">
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          leftSection={<IconColumns3 size="1rem" aria-hidden />}
          data-no-print
        >
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <Stack gap="xs" className={bar.options}>
          {choosable.map((column) => (
            <Checkbox
              key={column.id}
              size="xs"
              label={column.columnDef.meta?.label}
              checked={column.getIsVisible()}
              onChange={(event) => column.toggleVisibility(event.currentTarget.checked)}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
