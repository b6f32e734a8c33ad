import { showCourtDayShort, showInstantIn, showInstantUtc } from '../ui/dates';
import type { UseRow } from './usesQuery';

/** When a use was, on the service center’s clock, so that it stands on the day it is counted in. */
export const timeOfUse = ({ at, day, timeKnown }: Pick<UseRow, 'at' | 'day' | 'timeKnown'>, zone: string) =>
  timeKnown ? showInstantIn(at, zone) : showCourtDayShort(day);

interface UseTimeProps {
  use: Pick<UseRow, 'at' | 'day' | 'timeKnown'>;
  zone: string;
}

export function UseTime({ use, zone }: UseTimeProps) {
  const { at, day, timeKnown } = use;
  return (
    <time dateTime={timeKnown ? at : day} title={timeKnown ? showInstantUtc(at) : undefined}>
      {timeOfUse(use, zone)}
    </time>
  );
}
