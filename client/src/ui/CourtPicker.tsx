import { useQuery } from '@apollo/client/react';
import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { graphql } from '../generated';

const pickerQuery = graphql(`
  query CourtPicker($search: String!, $chosen: ID!, $hasChosen: Boolean!) {
    courts(filter: { search: $search }, first: 20) {
      nodes {
        id
        code
        title
      }
    }
    court(id: $chosen) @include(if: $hasChosen) {
      id
      code
      title
    }
  }
`);

interface CourtPickerProps extends Omit<SelectProps, 'value' | 'onChange' | 'data'> {
  /** The code of the court that is chosen; empty for none. */
  value: string;
  onChange: (code: string) => void;
}

/** Finds a court by typing a part of its name or code. */
export function CourtPicker({ value, onChange, ...rest }: CourtPickerProps) {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const variables = { search, chosen: value, hasChosen: value !== '' };
  const { data, previousData } = useQuery(pickerQuery, { variables });
  const found = data ?? previousData;
  const courts = found?.court ? [found.court, ...found.courts.nodes] : (found?.courts.nodes ?? []);
  const options = new Map(
    courts.map(({ code, title }) => [code, { value: code, label: `${title} (${code})` }]),
  );
  return (
    <Select
      {...rest}
      searchable
      clearable
      // The server has searched already: what it found is offered as it came.
      filter={({ options: found }) => found}
      data={[...options.values()]}
      value={options.has(value) ? value : null}
      onChange={(code) => onChange(code ?? '')}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage="No court matches."
    />
  );
}
