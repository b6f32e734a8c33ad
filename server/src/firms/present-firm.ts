import { globalId } from '../api/global-id';
import type { FirmRow } from './queries';
import type { Firm } from './types';

/** A stored firm as the API shows it. */
export function presentFirm(row: FirmRow): Firm {
  return {
    __typename: 'Firm',
    payerId: row.payerId,
    id: globalId('firm', row.payerId),
    number: String(row.number),
    name: row.name,
    createdAt: row.createdAt,
  };
}
