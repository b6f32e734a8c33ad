import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { UsageGroupKeyFragment, UseFilter } from '../generated/graphql';
import { FilterBar } from '../ui/FilterBar';
import { FilterChoice } from '../ui/FilterChoice';
import { FilterMenu } from '../ui/FilterMenu';
import { SearchField } from '../ui/SearchField';
import { authorityOptions, differingOptions, exemptOptions, kindOptions, quarterOptions } from './choices';
import { DaysMenu } from './DaysMenu';
import { FacetMenu } from './FacetMenu';
import type { FilterNames } from './filterNames';
import { noClientCode, noCostCenter, noCourt } from './labels';
import type { UsesOf } from './usesQuery';
import { filterOf, isFiltered, nothingChosen, problemOf, type UsesChange, type UsesValues } from './usesUrl';
import { useZone } from './zone';

const personOf = ({ account }: UsageGroupKeyFragment) =>
  account ? { value: account.accountNumber, label: account.name.full } : undefined;
const courtOf = ({ court }: UsageGroupKeyFragment) => ({
  value: court?.code ?? '',
  label: court?.title ?? noCourt,
});
const clientOf = ({ clientCode }: UsageGroupKeyFragment) => ({
  value: clientCode ?? '',
  label: clientCode ?? noClientCode,
});
const costCenterOf = ({ costCenter }: UsageGroupKeyFragment) => ({
  value: costCenter ?? '',
  label: costCenter ?? noCostCenter,
});

interface UseFiltersProps {
  of: UsesOf;
  values: UsesValues;
  names: FilterNames;
  onChange: UsesChange;
}

interface RareFiltersProps extends UseFiltersProps {
  filter: UseFilter;
}

/** What is asked for less often. */
function RareFilters({ of, values, names, onChange: change, filter }: RareFiltersProps) {
  const { costCenter, exempt, differing, authority } = values;
  return (
    <>
      <FacetMenu
        label="Cost center"
        of={of}
        dimension="COST_CENTER"
        filter={filter}
        optionOf={costCenterOf}
        names={names.costCenter}
        value={costCenter}
        onChange={(value) => change({ costCenter: value })}
      />
      <FilterChoice
        label="Exemption"
        options={exemptOptions}
        value={exempt}
        onChange={(value) => change({ exempt: value })}
      />
      <FilterChoice
        label="Difference from the schedule"
        options={differingOptions}
        value={differing}
        onChange={(value) => change({ differing: value })}
      />
      <FilterChoice
        label="Standing"
        options={authorityOptions}
        value={authority}
        onChange={(value) => change({ authority: value })}
      />
    </>
  );
}

const isRare = ({ costCenter, exempt, differing, authority }: UsesValues) =>
  isFiltered({ ...nothingChosen, costCenter, exempt, differing, authority });

export function UseFilters({ of, values, names, onChange: change }: UseFiltersProps) {
  const zone = useZone();
  const { person, court, client, kind, q, batch } = values;
  const [more, setMore] = useState(isRare(values));
  // Words without days cannot be looked for: what is offered then is of all uses.
  const asked = problemOf(values)?.field === 'search' ? { ...values, q: '' } : values;
  const but = (name: 'person' | 'court' | 'client' | 'costCenter') => filterOf({ ...asked, [name]: [] });
  return (
    <FilterBar label="Filter transactions" active={isFiltered(values)} onClear={() => change(nothingChosen)}>
      <SearchField
        label="Search transactions"
        placeholder="Case number, or words within days"
        value={q}
        onChange={(value) => change({ q: value }, { replace: true })}
      />
      <FilterChoice
        label="Quarter"
        options={quarterOptions(zone, values.quarter)}
        value={values.quarter}
        onChange={(value) => change({ quarter: value })}
      />
      <DaysMenu from={values.from} to={values.to} onChange={change} />
      {of !== 'person' && of !== 'payer' && (
        <FacetMenu
          label="Person"
          of={of}
          dimension="ACCOUNT"
          filter={but('person')}
          optionOf={personOf}
          names={names.person}
          value={person}
          onChange={(value) => change({ person: value })}
        />
      )}
      <FacetMenu
        label="Court"
        of={of}
        dimension="COURT"
        filter={but('court')}
        optionOf={courtOf}
        names={names.court}
        value={court}
        onChange={(value) => change({ court: value })}
      />
      <FacetMenu
        label="Client code"
        of={of}
        dimension="CLIENT_CODE"
        filter={but('client')}
        optionOf={clientOf}
        names={names.client}
        value={client}
        onChange={(value) => change({ client: value })}
      />
      <FilterMenu
        label="Kind"
        options={kindOptions}
        value={kind}
        onChange={(value) => change({ kind: value })}
      />
      <Button variant="subtle" size="sm" px="xs" aria-expanded={more} onClick={() => setMore(!more)}>
        {more ? 'Fewer filters' : 'More filters'}
      </Button>
      {more && (
        <RareFilters of={of} values={values} names={names} onChange={change} filter={but('costCenter')} />
      )}
      {batch && (
        <Button
          variant="light"
          rightSection={<IconX size="0.875rem" aria-hidden />}
          aria-label={`No longer only those that came with ${names.batch}`}
          onClick={() => change({ batch: '' })}
        >
          Came with: {names.batch}
        </Button>
      )}
    </FilterBar>
  );
}
