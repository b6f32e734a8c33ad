import { covers } from '@countersign/shared/firms/interval';
import { globalId } from '../api/global-id';
import { usd } from '../api/money-type';
import type { HandOver, Linkage } from './linkage-types';
import type { CountedHandOver } from './preview-linkage';
import type { LinkageRow } from './queries';

/** A stored interval as it stands at an instant. */
export function presentLinkage(row: LinkageRow, now: Date): Linkage {
  return {
    __typename: 'Linkage',
    row,
    id: globalId('linkage', row.accountId, row.linkageId),
    from: row.startsAt,
    until: row.endsAt,
    inForce: covers(row, now),
    costCenter: row.costCenter || null,
    remark: row.remark,
    setAt: row.setAt,
    version: row.version,
  };
}

/** A stretch that would change hands. */
function presentHandOver(handOver: CountedHandOver): HandOver {
  return {
    handOver,
    from: handOver.startsAt,
    until: handOver.endsAt,
    uses: handOver.uses,
    charge: usd(handOver.chargeCents),
    fromCostCenter: handOver.from.costCenter || null,
    toCostCenter: handOver.to.costCenter || null,
  };
}

/** What would change hands, and what of it would get another payer and not another cost center alone. */
export function presentHandOvers(handOvers: readonly CountedHandOver[]) {
  const moving = handOvers.filter(({ from, to }) => from.payerId !== to.payerId);
  return {
    handOvers: handOvers.map(presentHandOver),
    movedUses: moving.reduce((sum, { uses }) => sum + uses, 0),
    movedCharge: usd(moving.reduce((sum, { chargeCents }) => sum + chargeCents, 0)),
  };
}
