import { circuits } from '@countersign/shared/courts/circuits';
import { stateNames } from '@countersign/shared/courts/states';
import { FilterBar } from '../ui/FilterBar';
import { FilterChoice } from '../ui/FilterChoice';
import { FilterMenu } from '../ui/FilterMenu';
import { circuitName, courtTypeNames, keysOf, optionsOf } from '../ui/labels';
import { SearchField } from '../ui/SearchField';
import { oneOf, someOf, sortBy, text, type UrlValues } from '../ui/urlState';

export const courtsUrl = {
  search: text(),
  type: someOf(keysOf(courtTypeNames)),
  circuit: someOf(circuits),
  state: someOf(stateNames),
  nextGen: oneOf(['any', 'yes', 'no'], 'any'),
  sort: sortBy(['TITLE', 'CODE', 'CIRCUIT'], { column: 'TITLE', descending: false }),
};

export const nothingChosen = { search: '', type: [], circuit: [], state: [], nextGen: 'any' as const };

const circuitOptions = circuits.map((value) => ({ value, label: circuitName(value) }));
const stateOptions = stateNames.map((value) => ({ value, label: value }));
const nextGenOptions = [
  { value: 'any', label: 'NextGen or not' },
  { value: 'yes', label: 'NextGen' },
  { value: 'no', label: 'Not NextGen' },
] as const;

interface CourtFiltersProps {
  values: UrlValues<typeof courtsUrl>;
  onChange: (change: Partial<UrlValues<typeof courtsUrl>>, options?: { replace?: boolean }) => void;
  active: boolean;
  onClear: () => void;
}

export function CourtFilters({ values, onChange: change, active, onClear }: CourtFiltersProps) {
  const { search, type, circuit, state, nextGen } = values;
  return (
    <FilterBar label="Filter courts" active={active} onClear={onClear}>
      <SearchField
        label="Search courts"
        placeholder="Name, code, state or citation"
        value={search}
        onChange={(value) => change({ search: value }, { replace: true })}
      />
      <FilterMenu
        label="Type"
        options={optionsOf(courtTypeNames)}
        value={type}
        onChange={(value) => change({ type: value })}
      />
      <FilterMenu
        label="Circuit"
        options={circuitOptions}
        value={circuit}
        onChange={(value) => change({ circuit: value })}
      />
      <FilterMenu
        label="State"
        options={stateOptions}
        value={state}
        onChange={(value) => change({ state: value })}
      />
      <FilterChoice
        label="NextGen"
        options={nextGenOptions}
        value={nextGen}
        onChange={(value) => change({ nextGen: value })}
      />
    </FilterBar>
  );
}
