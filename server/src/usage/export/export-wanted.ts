import { isUseColumn, useColumnNames } from '@countersign/shared/usage/use-columns';
import { readUseFilter } from '@countersign/shared/usage/use-filter';
import { readUseFilterQuery } from '@countersign/shared/usage/use-filter-query';
import { HttpRefusal } from '../../api/file-routes';
import type { UseOrderWanted } from '../list-uses';
import type { ExportWanted } from './read-export';

const orders: Readonly<Record<string, UseOrderWanted>> = {
  at: { field: 'AT', direction: 'ASC' },
  '-at': { field: 'AT', direction: 'DESC' },
  charge: { field: 'CHARGE', direction: 'ASC' },
  '-charge': { field: 'CHARGE', direction: 'DESC' },
};

const bad = (message: string) => new HttpRefusal(400, 'BAD_USER_INPUT', message);

function orderOf(sort: string): UseOrderWanted {
  const order = Object.hasOwn(orders, sort) ? orders[sort] : undefined;
  if (!order) throw bad('sort: at or charge, with a minus before it for the latest or the dearest first.');
  return order;
}

function columnsOf(given: string | null): ExportWanted['columns'] {
  if (given === null) return useColumnNames;
  const names = [...new Set(given.split(','))];
  if (!names.every(isUseColumn)) throw bad(`columns: any of ${useColumnNames.join(',')}.`);
  return names;
}

/** What an address asks to be exported: the filter’s words as in the API, with sort and columns beside them. */
export function exportWanted(params: URLSearchParams): Omit<ExportWanted, 'scope'> {
  const query = readUseFilterQuery(params);
  const reading = query.ok ? readUseFilter(query.words) : query;
  if (!reading.ok) throw bad(`${reading.problem.field}: ${reading.problem.message}`);
  const orderBy = orderOf(params.get('sort') ?? '-at');
  return { filter: reading.filter, orderBy, columns: columnsOf(params.get('columns')) };
}
