import { Button } from '@mantine/core';
import { FilterBar } from './FilterBar';
import { FilterChoice } from './FilterChoice';
import { linkageShowOptions } from './linkages';
import { SearchField } from './SearchField';
import type { PeopleList } from './usePeopleUrl';

interface LinkageFiltersProps {
  people: PeopleList;
  exporting: boolean;
  onExport: () => void;
}

/** What a list of a firm’s people is narrowed by, and its way into a file. */
export function LinkageFilters({ people, exporting, onExport }: LinkageFiltersProps) {
  const { search, show, change, narrowed, clear } = people;
  return (
    <FilterBar label="Filter people" active={narrowed} onClear={clear}>
      <SearchField
        label="Search people"
        placeholder="Name or account number"
        value={search}
        onChange={(value) => change({ search: value }, { replace: true })}
      />
      <FilterChoice
        label="Current or former"
        options={linkageShowOptions}
        value={show}
        onChange={(value) => change({ show: value })}
      />
      <Button variant="default" loading={exporting} onClick={onExport}>
        Save as CSV
      </Button>
    </FilterBar>
  );
}
