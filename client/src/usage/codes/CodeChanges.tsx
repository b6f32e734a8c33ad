import { dollars } from '@countersign/shared/usage/dollars';
import { readUseFilterQuery } from '@countersign/shared/usage/use-filter-query';
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { type UsageQuery, usageQuery } from '../../app/usageQuery';
import type { CodeChangeRowFragment, CodeChangesPageFragment } from '../../generated/graphql';
import { DataTable } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { TimeStamp } from '../../ui/TimeStamp';
import { tableColumns } from '../../ui/tableColumns';
import { readUrl } from '../../ui/urlState';
import { filterInWords } from '../FilterWords';
import { filterNamesOf } from '../filterNames';
import { queryOf, usesUrl } from '../usesUrl';
import { undoneInWords, useCodeUndo } from './useCodeUndo';

interface CodeChangesProps {
  changes: CodeChangesPageFragment['codeChanges'] | undefined;
  stale: boolean;
  listOf: (uses: UsageQuery) => string;
}

const namesOfNone = filterNamesOf([]);

const column = tableColumns<CodeChangeRowFragment>();

/** What chose the uses: a filter, which leads to what it finds now, or somebody by hand. */
function ChosenBy({ filter, listOf }: Pick<CodeChangesProps, 'listOf'> & { filter: string | null }) {
  const reading = filter === null ? null : readUseFilterQuery(new URLSearchParams(filter));
  if (!reading) return 'One by one';
  if (!reading.ok) return 'A filter';
  const query = queryOf(reading.words);
  const words = filterInWords(readUrl(usesUrl, usageQuery(query)), namesOfNone).map((part) =>
    part.join(': '),
  );
  return <Link to={listOf(query)}>{words.join('; ') || 'All transactions'}</Link>;
}

function Standing({ change }: { change: CodeChangeRowFragment }) {
  const { undoneAt, undoneBy } = change;
  if (!undoneAt) return 'In force';
  return (
    <>
      {undoneInWords(change)} <TimeStamp value={undoneAt} />
      {undoneBy && `, ${undoneBy.name.full}`}
    </>
  );
}

function UndoButton({ change }: { change: CodeChangeRowFragment }) {
  const { undo, loading } = useCodeUndo();
  if (!change.allowedActions.includes('UNDO')) return null;
  return (
    <Button
      variant="default"
      size="xs"
      loading={loading}
      aria-label={`Undo change ${change.number}`}
      onClick={() => void undo(change.id)}
    >
      Undo
    </Button>
  );
}

const columnsOf = (listOf: CodeChangesProps['listOf']) =>
  column.columns([
    column.accessor('number', {
      meta: { label: 'Change', names: true },
      cell: ({ getValue }) => `Change ${getValue()}`,
    }),
    column.accessor('at', {
      meta: { label: 'When' },
      cell: ({ getValue }) => <TimeStamp value={getValue()} />,
    }),
    column.accessor((change) => change.assignedBy?.name.full ?? '—', { id: 'by', meta: { label: 'By' } }),
    column.accessor((change) => change.clientCode ?? 'Taken away', {
      id: 'code',
      meta: { label: 'Client code', breaks: true },
    }),
    column.accessor((change) => change.uses.toLocaleString('en-US'), {
      id: 'uses',
      meta: { label: 'Transactions', number: true },
    }),
    column.accessor((change) => dollars(change.charge.cents), {
      id: 'charge',
      meta: { label: 'Charge', number: true },
    }),
    column.accessor('filter', {
      meta: { label: 'Chosen by' },
      cell: ({ getValue }) => <ChosenBy filter={getValue()} listOf={listOf} />,
    }),
    column.display({
      id: 'standing',
      meta: { label: 'Standing' },
      cell: ({ row }) => <Standing change={row.original} />,
    }),
    column.display({
      id: 'undo',
      meta: { label: 'Undo', actions: true },
      cell: ({ row }) => <UndoButton change={row.original} />,
    }),
  ]);

/** The client codes that were given afterwards, each with a way back. */
export function CodeChanges({ changes, stale, listOf }: CodeChangesProps) {
  const columns = useMemo(() => columnsOf(listOf), [listOf]);
  return (
    <DataTable
      name="code-changes"
      caption="Changes of client codes"
      columns={columns}
      list={changes ?? undefined}
      rowId={(change) => change.id}
      noun={['change', 'changes']}
      stale={stale}
      empty={
        <EmptyState title="No code was given afterwards">
          Choose transactions in the list and give them a client code; it can be undone here.
        </EmptyState>
      }
    />
  );
}
