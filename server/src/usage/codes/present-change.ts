import { useFilterQuery } from '@countersign/shared/usage/use-filter-query';
import { globalId } from '../../api/global-id';
import { usd } from '../../api/money-type';
import type { CodeChangeRow } from './queries';
import type { UsageCodeChange } from './types';

/** A change of client codes as the API shows it. */
export function presentCodeChange(row: CodeChangeRow): UsageCodeChange {
  const { undoneUses, uses } = row;
  return {
    __typename: 'UsageCodeChange',
    row,
    id: globalId('usageCodeChange', row.payerId, row.assignmentId),
    number: row.number,
    clientCode: row.clientCode === '' ? null : row.clientCode,
    at: row.at,
    filter: row.filter && useFilterQuery(row.filter),
    uses,
    charge: usd(row.chargeCents),
    undoneAt: row.undoneAt,
    givenBack: undoneUses,
    kept: undoneUses === null ? null : uses - undoneUses,
  };
}
