import { useSearchParams } from 'react-router';
import { RowLink } from '../ui/RowLink';
import { withOpenUse } from './openUse';
import { timeOfUse } from './UseTime';
import type { UseRow } from './usesQuery';
import { useZone } from './zone';

/** Where the focus goes when the row is closed again. */
export const linkId = (use: string) => `use-${use}`;

/** Names a row by its time, and opens it. */
export function UseLink({ use }: { use: UseRow }) {
  const [params] = useSearchParams();
  const zone = useZone();
  return (
    <RowLink id={linkId(use.id)} to={withOpenUse(params, use.id)} preventScrollReset>
      {timeOfUse(use, zone)}
    </RowLink>
  );
}
