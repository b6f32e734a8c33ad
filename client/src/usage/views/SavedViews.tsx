import { ActionIcon, Button, Popover, Skeleton, Stack, TextInput } from '@mantine/core';
import { IconBookmark, IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useColumnVisibility } from '../../ui/useColumnVisibility';
import { optionalColumns, useColumnIds } from '../columns';
import { withOpenUse } from '../openUse';
import type { UsesOf } from '../usesQuery';
import classes from './SavedViews.module.css';
import { useSavedViews } from './useSavedViews';

interface SavedViewsProps {
  of: UsesOf;
}

/** The address of the list without what is only looked at: the open row and the page. */
function queryOfView(params: URLSearchParams): string {
  const query = new URLSearchParams(withOpenUse(params, null));
  query.delete('after');
  query.delete('before');
  return query.toString();
}

/** Views of the list that one keeps under names: filter, order and columns. */
export function SavedViews({ of }: SavedViewsProps) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover trapFocus returnFocus position="bottom-end" shadow="md" opened={opened} onChange={setOpened}>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconBookmark size="1rem" aria-hidden />}
          onClick={() => setOpened((now) => !now)}
        >
          Views
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Views">
        <Views of={of} onOpen={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Views({ of, onOpen }: SavedViewsProps & { onOpen: () => void }) {
  const [params] = useSearchParams();
  const { views, keep, forget, keeping } = useSavedViews(of);
  const [columns, setColumns] = useColumnVisibility('uses', optionalColumns);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const shown = useColumnIds.filter((id) => columns[id] !== false);
    const refused = await keep({ name: name.trim(), query: queryOfView(params), columns: shown });
    setProblem(refused);
    if (refused === null) setName('');
  };
  const open = (shown: readonly string[]) => {
    if (shown.length > 0) setColumns(Object.fromEntries(useColumnIds.map((id) => [id, shown.includes(id)])));
    onOpen();
  };
  return (
    <Stack gap="sm" className={classes.root}>
      {!views && <Skeleton h="4rem" />}
      {views?.length === 0 && <p className={classes.none}>You have kept no views yet.</p>}
      {views && views.length > 0 && (
        <ul className={classes.list}>
          {views.map((view) => (
            <li key={view.id} className={classes.view}>
              <Link to={`?${view.query}`} onClick={() => open(view.columns)}>
                {view.name}
              </Link>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={`Forget the view ${view.name}`}
                onClick={() => void forget(view)}
              >
                <IconX size="0.875rem" aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={submit} noValidate>
        <Stack gap="xs">
          <TextInput
            size="xs"
            label="Keep what is shown now as"
            value={name}
            error={problem}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" loading={keeping}>
            Keep this view
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}
