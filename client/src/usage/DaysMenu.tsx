import { isDay } from '@countersign/shared/usage/day';
import { Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { showCourtDayShort } from '../ui/dates';

interface DaysMenuProps {
  from: string;
  to: string;
  onChange: (days: { from: string; to: string }) => void;
}

/** An address may say anything. */
const show = (day: string) => (isDay(day) ? showCourtDayShort(day) : day);

/** Days in words; nothing for all of them. */
export function daysInWords({ from, to }: Pick<DaysMenuProps, 'from' | 'to'>): string {
  if (from && to) return from === to ? show(from) : `${show(from)} to ${show(to)}`;
  if (from) return `from ${show(from)}`;
  return to && `until ${show(to)}`;
}

/** Chooses days, from one to another or open at an end. */
export function DaysMenu({ from, to, onChange }: DaysMenuProps) {
  const [opened, setOpened] = useState(false);
  const said = daysInWords({ from, to });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    onChange({ from: String(given.get('from')), to: String(given.get('to')) });
    setOpened(false);
  };
  return (
    <Popover trapFocus returnFocus position="bottom-start" shadow="md" opened={opened} onChange={setOpened}>
      <Popover.Target>
        <Button
          variant={said ? 'light' : 'default'}
          rightSection={<IconChevronDown size="0.875rem" aria-hidden />}
          onClick={() => setOpened((now) => !now)}
        >
          {said ? `Dates: ${said}` : 'Dates'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Dates">
        <form onSubmit={submit}>
          <Stack gap="sm">
            <TextInput type="date" name="from" label="First day" size="xs" defaultValue={from} />
            <TextInput type="date" name="to" label="Last day" size="xs" defaultValue={to} />
            <Group gap="xs">
              <Button type="submit" size="xs">
                Show these days
              </Button>
              {said && (
                <Button
                  variant="subtle"
                  size="xs"
                  onClick={() => {
                    onChange({ from: '', to: '' });
                    setOpened(false);
                  }}
                >
                  All days
                </Button>
              )}
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
