import { useQuery } from '@apollo/client/react';
import { dollars } from '@countersign/shared/usage/dollars';
import { Button, Checkbox, Popover, Skeleton, Stack, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { graphql } from '../generated';
import type { UsageDimension, UsageGroupKeyFragment, UseFilter } from '../generated/graphql';
import bar from '../ui/FilterBar.module.css';
import classes from './FacetMenu.module.css';
import { type UsesOf, whose } from './usesQuery';

const facetQuery = graphql(`
  query UsesFacet(
    $firm: ID!
    $ofFirm: Boolean!
    $ofPerson: Boolean!
    $ofPayer: Boolean!
    $dimension: UsageDimension!
    $filter: UseFilter
  ) {
    firm(id: $firm) @include(if: $ofFirm) {
      id
      usage {
        ...UsesFacet
      }
    }
    viewer @skip(if: $ofFirm) {
      ownUsage @include(if: $ofPerson) {
        ...UsesFacet
      }
      usage @include(if: $ofPayer) {
        ...UsesFacet
      }
    }
  }

  fragment UsesFacet on Usage {
    by(dimension: $dimension, filter: $filter, first: 100) {
      nodes {
        ...UsageGroupKey
        totals {
          uses
          charge {
            cents
          }
        }
      }
      totalCount
    }
  }

  fragment UsageGroupKey on UsageGroup {
    account {
      id
      accountNumber
      name {
        full
      }
    }
    court {
      id
      code
      title
    }
    clientCode
    costCenter
  }
`);

interface Option {
  readonly value: string;
  readonly label: string;
}

interface FacetMenuProps {
  label: string;
  of: UsesOf;
  dimension: UsageDimension;
  /** What else is filtered: what is offered are values that uses of it have. */
  filter: UseFilter;
  /** What a group is chosen by, and what it is called; nothing for one that cannot be chosen. */
  optionOf: (group: UsageGroupKeyFragment) => Option | undefined;
  /** Names of what is chosen, as far as they are known before the menu opens. */
  names: ReadonlyMap<string, string>;
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** Chooses among the values that the uses have, the dearest first, each with what it comes to. */
export function FacetMenu(props: FacetMenuProps) {
  const { label, value, names } = props;
  const nameOf = (one: string) => names.get(one) ?? one;
  const said = value.length > 2 ? `${value.length} chosen` : value.map(nameOf).join(', ');
  return (
    <Popover trapFocus returnFocus position="bottom-start" shadow="md">
      <Popover.Target>
        <Button
          variant={value.length > 0 ? 'light' : 'default'}
          rightSection={<IconChevronDown size="0.875rem" aria-hidden />}
        >
          {said ? `${label}: ${said}` : label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Facets {...props} />
      </Popover.Dropdown>
    </Popover>
  );
}

function useFacets({ of, dimension, filter, optionOf }: FacetMenuProps) {
  const { data } = useQuery(facetQuery, {
    variables: { ...whose(of), dimension, filter },
    fetchPolicy: 'cache-and-network',
  });
  const groups = (data?.firm?.usage ?? data?.viewer?.ownUsage ?? data?.viewer?.usage)?.by;
  const options = groups?.nodes.flatMap((group) => {
    const option = optionOf(group);
    return option ? [{ ...option, totals: group.totals }] : [];
  });
  // Those that have none, before what there is.
  options?.sort((one, other) => Number(other.value === '') - Number(one.value === ''));
  return { options, more: (groups?.totalCount ?? 0) - (groups?.nodes.length ?? 0) };
}

function Facets(props: FacetMenuProps) {
  const { label, names, value, onChange } = props;
  const [typed, setTyped] = useState('');
  const { options, more } = useFacets(props);
  const wanted = typed.trim();
  const offered = options?.filter((one) => one.label.toLowerCase().includes(wanted.toLowerCase()));
  const missing = value.filter((one) => options && !options.some((option) => option.value === one));
  const isNew = wanted !== '' && !options?.some((one) => one.value === wanted) && !value.includes(wanted);
  return (
    <>
      <TextInput
        className={bar.narrow}
        size="xs"
        aria-label={`Narrow ${label.toLowerCase()}`}
        placeholder="Type to narrow"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {!options && <Skeleton className={classes.loading} />}
      <Checkbox.Group aria-label={label} value={[...value]} onChange={onChange}>
        <Stack gap="xs" className={bar.options}>
          {missing.map((one) => (
            <Checkbox key={one} size="xs" value={one} label={names.get(one) ?? one} />
          ))}
          {offered?.map(({ value: one, label: name, totals }) => (
            <Checkbox
              key={one}
              size="xs"
              value={one}
              label={name}
              description={`${totals.uses.toLocaleString('en-US')} · ${dollars(totals.charge.cents)}`}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      {options && offered?.length === 0 && missing.length === 0 && <p className={classes.note}>None.</p>}
      {more > 0 && (
        <p className={classes.note}>
          The 100 dearest; {more.toLocaleString('en-US')} more can be typed as they are written.
        </p>
      )}
      {more > 0 && isNew && (
        <Button size="xs" variant="light" mt="xs" onClick={() => onChange([...value, wanted])}>
          Choose “{wanted}”
        </Button>
      )}
    </>
  );
}
