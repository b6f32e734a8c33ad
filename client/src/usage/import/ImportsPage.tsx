import { dollars } from '@countersign/shared/usage/dollars';
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { paths } from '../../app/paths';
import { DataTable } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { NotFoundState } from '../../ui/NotFoundState';
import { PageHeader } from '../../ui/PageHeader';
import { usePageVariables } from '../../ui/paging';
import { RowLink } from '../../ui/RowLink';
import { SignInInvitation } from '../../ui/SignInInvitation';
import { TimeStamp } from '../../ui/TimeStamp';
import { tableColumns } from '../../ui/tableColumns';
import { usePageQuery } from '../../ui/usePageQuery';
import { ImportState } from './ImportState';
import { type ImportPlace, useImportPlace } from './importPlace';
import { type ImportRow, importsQuery } from './importQueries';
import { count } from './words';

const column = tableColumns<ImportRow>();

const numberOr = (number: number | null | undefined) => (number == null ? '—' : count(number));

const columnsFor = ({ one }: ImportPlace) =>
  column.columns([
    column.accessor('fileName', {
      id: 'file',
      meta: { label: 'File', names: true, breaks: true },
      cell: ({ row: { original }, getValue }) => <RowLink to={one(original.id)}>{getValue()}</RowLink>,
    }),
    column.accessor('state', {
      meta: { label: 'State', tight: true },
      cell: ({ getValue }) => <ImportState state={getValue()} />,
    }),
    column.accessor(({ batch }) => batch?.uses, {
      id: 'uses',
      meta: { label: 'New', number: true },
      cell: ({ getValue }) => numberOr(getValue()),
    }),
    column.accessor(({ findings }) => findings?.knownRows, {
      id: 'known',
      meta: { label: 'Known', number: true },
      cell: ({ getValue }) => numberOr(getValue()),
    }),
    column.accessor(({ findings }) => findings?.badRows, {
      id: 'bad',
      meta: { label: 'Bad', number: true },
      cell: ({ getValue }) => numberOr(getValue()),
    }),
    column.accessor(({ findings }) => findings?.charge.cents, {
      id: 'charge',
      meta: { label: 'Charge', number: true, tight: true },
      cell: ({ getValue }) => {
        const cents = getValue();
        return cents === undefined ? '—' : dollars(cents);
      },
    }),
    column.accessor('createdAt', {
      meta: { label: 'Uploaded' },
      cell: ({ getValue }) => <TimeStamp value={getValue()} day />,
    }),
    column.accessor(({ createdBy }) => createdBy?.name.full ?? 'A command', {
      id: 'by',
      meta: { label: 'By' },
    }),
  ]);

/** The lists of transactions that were uploaded for a firm, or of what one pays for oneself. */
export default function ImportsPage() {
  const place = useImportPlace();
  const columns = useMemo(() => columnsFor(place), [place]);
  const variables = { firm: place.firm ?? '', ofFirm: place.firm !== null, ...usePageVariables() };
  const { data, error, stale, retry } = usePageQuery(importsQuery, variables);
  if (error) return <ErrorState error={error} onRetry={retry} />;
  const list = data && (place.firm === null ? data.viewer?.usageImports : data.firm?.usageImports);
  if (data && !list) {
    return place.firm === null ? <SignInInvitation back={paths.signIn(place.list)} /> : <NotFoundState />;
  }
  const start = (
    <Button component={Link} to={place.create}>
      Import a list
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Imports"
        up={
          place.firm === null
            ? { to: paths.account(), label: 'My account' }
            : { to: paths.firm(place.firm), label: data?.firm?.name ?? 'The firm' }
        }
        lead="Lists of transactions that were uploaded. What is in two of them counts once."
        actions={start}
      />
      <DataTable
        name="imports"
        caption="Imports"
        columns={columns}
        list={list ?? undefined}
        rowId={({ id }) => id}
        noun={['import', 'imports']}
        stale={stale}
        empty={
          <EmptyState title="No list was imported yet" action={start}>
            Upload the detailed transactions you have from PACER as CSV or TSV. They are checked first, and
            nothing counts before you say so.
          </EmptyState>
        }
      />
    </>
  );
}
