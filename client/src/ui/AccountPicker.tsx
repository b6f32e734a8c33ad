import { useQuery } from '@apollo/client/react';
import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { graphql } from '../generated';

const pickerQuery = graphql(`
  query AccountPicker($search: String!, $chosen: ID!, $hasChosen: Boolean!) {
    accounts(filter: { search: $search }, first: 20) {
      nodes {
        ...PickedAccount
      }
    }
    account(id: $chosen) @include(if: $hasChosen) {
      ...PickedAccount
    }
  }

  fragment PickedAccount on Account {
    id
    accountNumber
    username
    name {
      full
    }
  }
`);

interface AccountPickerProps extends Omit<SelectProps, 'value' | 'onChange' | 'data'> {
  /** The number of the account that is chosen; empty for none. */
  value: string;
  onChange: (number: string) => void;
}

/** Finds an account by its number, or a part of the holder’s name, username or e-mail address; for operators. */
export function AccountPicker({ value, onChange, ...rest }: AccountPickerProps) {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.replace(/ \(.*$/, '').trim(), 200);
  const variables = { search, chosen: value, hasChosen: value !== '' };
  const { data, previousData } = useQuery(pickerQuery, { variables });
  const found = data ?? previousData;
  const accounts = found?.account ? [found.account, ...found.accounts.nodes] : (found?.accounts.nodes ?? []);
  const options = new Map(
    accounts.map(({ accountNumber, username, name }) => [
      accountNumber,
      {
        value: accountNumber,
        label: `${name.full} (${[accountNumber, username].filter(Boolean).join(', ')})`,
      },
    ]),
  );
  return (
    <Select
      {...rest}
      searchable
      clearable
      openOnFocus={false}
      // The server has searched already: what it found is offered as it came.
      filter={({ options: offered }) => offered}
      data={[...options.values()]}
      value={options.has(value) ? value : null}
      onChange={(number) => onChange(number ?? '')}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage="No account matches."
    />
  );
}
