import '@mantine/spotlight/styles.layer.css';
import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconBuildingBank, IconSearch, IconUser } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '../generated';
import { paths } from './paths';
import { usePaletteChoice } from './usePaletteChoice';
import { usePaletteEntries } from './usePaletteEntries';
import { useViewer } from './viewer';

const paletteQuery = graphql(`
  query Palette($search: String!, $accounts: Boolean!) {
    courts(filter: { search: $search }, first: 6) {
      nodes {
        id
        code
        title
      }
    }
    accounts(filter: { search: $search }, first: 5) @include(if: $accounts) {
      nodes {
        id
        accountNumber
        name {
          full
        }
      }
    }
  }
`);

const [store, spotlight] = createSpotlight();

const listId = 'palette';

interface CommandPaletteProps {
  opened: boolean;
  onClose: () => void;
}

/** Goes anywhere one may go, and does what the menus of the header do, from the keyboard. */
export default function CommandPalette({ opened, onClose }: CommandPaletteProps) {
  const navigate = useNavigate();
  const viewer = useViewer();
  const choice = usePaletteChoice(store);
  const [query, setQuery] = useState('');
  const [search] = useDebouncedValue(query.trim(), 150);
  const { data, previousData } = useQuery(paletteQuery, {
    variables: { search, accounts: viewer?.areas.includes('OPERATOR') ?? false },
    skip: search === '',
  });
  const found = search === '' ? undefined : (data ?? previousData);
  const entries = usePaletteEntries(query);
  const courts = found?.courts.nodes ?? [];
  const accounts = found?.accounts?.nodes ?? [];
  const nothing = entries.length + courts.length + accounts.length === 0;

  useEffect(() => (opened ? spotlight.open() : undefined), [opened]);

  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      shortcut={null}
      scrollable
      maxHeight="min(26rem, 70dvh)"
      attributes={{ content: { 'aria-label': 'Search pages and courts' } }}
    >
      <Spotlight.Search
        ref={choice.field}
        role="combobox"
        aria-expanded={!nothing}
        aria-controls={listId}
        aria-autocomplete="list"
        placeholder="Search pages and courts"
        aria-label="Search pages and courts"
        leftSection={<IconSearch size="1.2rem" aria-hidden />}
      />
      <Spotlight.ActionsList
        id={listId}
        ref={choice.list}
        role={nothing ? undefined : 'listbox'}
        aria-label={nothing ? undefined : 'Pages, actions and courts'}
      >
        {entries.length > 0 && (
          <Spotlight.ActionsGroup label="Pages and actions" role="group" aria-label="Pages and actions">
            {entries.map(({ label, description, Icon, run }) => (
              <Spotlight.Action
                role="option"
                key={label}
                label={label}
                description={description}
                leftSection={<Icon size="1.1rem" aria-hidden />}
                onClick={run}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {courts.length > 0 && (
          <Spotlight.ActionsGroup label="Courts" role="group" aria-label="Courts">
            {courts.map(({ id, code, title }) => (
              <Spotlight.Action
                role="option"
                key={id}
                label={title}
                description={code}
                leftSection={<IconBuildingBank size="1.1rem" aria-hidden />}
                onClick={() => navigate(paths.court(code))}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {accounts.length > 0 && (
          <Spotlight.ActionsGroup label="Accounts" role="group" aria-label="Accounts">
            {accounts.map(({ id, accountNumber, name }) => (
              <Spotlight.Action
                role="option"
                key={id}
                label={name.full}
                description={accountNumber}
                leftSection={<IconUser size="1.1rem" aria-hidden />}
                onClick={() => navigate(paths.operatorAccount(accountNumber))}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {nothing && <Spotlight.Empty>Nothing found.</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
