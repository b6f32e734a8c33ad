import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { csvText } from './csv';
import { notifyFailed } from './notify';
import type { PageInfo } from './paging';
import { sendingProblem } from './sendingProblem';

const rowsAtOnce = 100;
const mostRows = 10_000;

interface ListExport<Data, Variables, Row> {
  readonly query: TypedDocumentNode<Data, Variables>;
  /** Filter and order; the pages are the export’s own. */
  readonly variables: Variables;
  readonly listOf: (data: Data) => { nodes: Row[]; pageInfo: PageInfo } | null | undefined;
  readonly columns: readonly (readonly [head: string, cell: (row: Row) => string | null])[];
  /** Without its ending. */
  readonly fileName: string;
}

function download(text: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = fileName;
  link.click();
  // Not at once: the browser has yet to take it.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Saves all pages of a list, as it is filtered and sorted, as a CSV file. */
export function useCsvExport<Data, Variables extends OperationVariables, Row>(
  list: ListExport<Data, Variables, Row>,
) {
  const client = useApolloClient();
  const [exporting, setExporting] = useState(false);

  const readAll = async (): Promise<Row[]> => {
    const rows: Row[] = [];
    let after: string | null = null;
    do {
      const variables: OperationVariables = {
        ...list.variables,
        first: rowsAtOnce,
        after,
        last: null,
        before: null,
      };
      const { data } = await client.query<Data, OperationVariables>({
        query: list.query as TypedDocumentNode<Data, OperationVariables>,
        variables,
        fetchPolicy: 'no-cache',
      });
      const found = data && list.listOf(data);
      if (!found) break;
      rows.push(...found.nodes);
      after = found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
    } while (after !== null && rows.length < mostRows);
    if (after !== null)
      notifyFailed(
        'The file is not complete',
        `It has the first ${mostRows.toLocaleString('en-US')} rows. Narrow the list by its filters, and save it again.`,
      );
    return rows;
  };

  const save = async () => {
    setExporting(true);
    try {
      const rows = (await readAll()).map((row) => list.columns.map(([, cell]) => cell(row) ?? ''));
      const head = list.columns.map(([name]) => name);
      download(csvText(head, rows), `${list.fileName}.csv`);
    } catch (error) {
      notifyFailed('The list was not saved', sendingProblem(error).message);
    } finally {
      setExporting(false);
    }
  };
  return { exporting, save };
}
