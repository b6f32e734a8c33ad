import { Button, Checkbox, Popover, Stack, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './FilterBar.module.css';

interface FilterMenuProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: readonly Value[];
  onChange: (value: Value[]) => void;
}

/** From this many options on, one can type to narrow them. */
const many = 12;

/** Chooses any of a set: a button that says what is chosen, and a list of boxes below it. */
export function FilterMenu<Value extends string>({
  label,
  options,
  value,
  onChange,
}: FilterMenuProps<Value>) {
  const [typed, setTyped] = useState('');
  const chosen = options.filter((option) => value.includes(option.value));
  const offered = options.filter((option) => option.label.toLowerCase().includes(typed.trim().toLowerCase()));
  const said =
    chosen.length > 2 ? `${chosen.length} chosen` : chosen.map((option) => option.label).join(', ');
  return (
    <Popover trapFocus returnFocus position="bottom-start" shadow="md" onClose={() => setTyped('')}>
      <Popover.Target>
        <Button
          variant={chosen.length > 0 ? 'light' : 'default'}
          rightSection={<IconChevronDown size="0.875rem" aria-hidden />}
        >
          {said ? `${label}: ${said}` : label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        {options.length >= many && (
          <TextInput
            className={classes.narrow}
            size="xs"
            aria-label={`Narrow ${label.toLowerCase()}`}
            placeholder="Type to narrow"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <Checkbox.Group aria-label={label} value={[...value]} onChange={(next) => onChange(next as Value[])}>
          <Stack gap="xs" className={classes.options}>
            {offered.map((option) => (
              <Checkbox key={option.value} size="xs" value={option.value} label={option.label} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
