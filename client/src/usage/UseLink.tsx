import type { MouseEvent } from 'react';
import { RowAnchor } from '../ui/RowLink';
import { useUseLinks } from './openUse';
import { timeOfUse } from './UseTime';
import type { UseRow } from './usesQuery';
import { useZone } from './zone';

/** Where the focus goes when the row is closed again. */
export const linkId = (use: string) => `use-${use}`;

/** Whether a click wants the link here, and not in another tab or saved. */
const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;

/** Names a row by its time, and opens it. A link of the router would be drawn again with each change of the address. */
export function UseLink({ use }: { use: UseRow }) {
  const { addressOf, open } = useUseLinks();
  const zone = useZone();
  const onClick = (event: MouseEvent) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    open(use.id);
  };
  return (
    <RowAnchor id={linkId(use.id)} href={addressOf(use.id)} onClick={onClick}>
      {timeOfUse(use, zone)}
    </RowAnchor>
  );
}
