import type { UsageImportState } from '../../generated/graphql';
import { Tag } from '../../ui/Tag';
import { stateNames, stateTones } from './words';

export function ImportState({ state }: { state: UsageImportState }) {
  return <Tag tone={stateTones[state]}>{stateNames[state]}</Tag>;
}
