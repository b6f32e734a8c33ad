import { Button, Group } from '@mantine/core';
import { useMemo } from 'react';
import { paths } from '../app/paths';
import { DataTable } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { LinkageStanding, LinkageTime } from '../ui/LinkageCells';
import { LinkageFilters } from '../ui/LinkageFilters';
import type { LinkageRow } from '../ui/linkages';
import type { PageInfo } from '../ui/paging';
import { ReasonButton } from '../ui/ReasonButton';
import { RowLink } from '../ui/RowLink';
import { Section } from '../ui/Section';
import { tableColumns } from '../ui/tableColumns';
import { useLinkageExport } from '../ui/useLinkageExport';
import type { PeopleList } from '../ui/usePeopleUrl';

interface FirmLinkagesProps {
  number: string;
  linkages: { nodes: LinkageRow[]; totalCount: number; pageInfo: PageInfo };
  zone: string;
  people: PeopleList;
  stale: boolean;
}

const column = tableColumns<LinkageRow>();

const may = (linkage: LinkageRow, action: 'CORRECT' | 'REMOVE') =>
  linkage.allowedActions.includes(action) ? undefined : 'You may not change intervals.';

const columnsFor = (number: string, zone: string) =>
  column.columns([
    column.accessor((linkage) => linkage.account.name.full, {
      id: 'person',
      meta: { label: 'Person', names: true, sort: 'NAME' },
      cell: ({ row: { original }, getValue }) => (
        <RowLink to={paths.operatorAccount(original.account.accountNumber)}>{getValue()}</RowLink>
      ),
    }),
    column.accessor((linkage) => linkage.account.accountNumber, {
      id: 'number',
      meta: { label: 'Account number', sort: 'ACCOUNT_NUMBER' },
    }),
    column.accessor('from', {
      meta: { label: 'The firm answers', sort: 'FROM' },
      cell: ({ row }) => (
        <>
          <LinkageStanding linkage={row.original} zone={zone} />
          <div>
            <LinkageTime linkage={row.original} zone={zone} />
          </div>
        </>
      ),
    }),
    column.accessor('costCenter', {
      meta: { label: 'Cost center', sort: 'COST_CENTER', breaks: true },
      cell: ({ getValue }) => getValue() ?? '—',
    }),
    column.accessor('remark', { meta: { label: 'Remark' }, cell: ({ getValue }) => getValue() ?? '—' }),
    column.display({
      id: 'actions',
      meta: { label: 'Actions', actions: true },
      cell: ({ row: { original } }) => (
        <Group gap="0.25rem" wrap="wrap">
          <ReasonButton
            to={paths.operatorLinkageCorrect(number, original.id)}
            reason={may(original, 'CORRECT')}
            variant="default"
            size="compact-sm"
            label={`Correct the interval of ${original.account.name.full}`}
          >
            Correct
          </ReasonButton>
          <ReasonButton
            to={paths.operatorLinkageRemove(number, original.id)}
            reason={may(original, 'REMOVE')}
            variant="default"
            size="compact-sm"
            label={`Take back the interval of ${original.account.name.full}`}
          >
            Take back
          </ReasonButton>
        </Group>
      ),
    }),
  ]);

/** The accounts a firm answers, answered or will answer for, with what an operator may do about it. */
export function FirmLinkages({ number, linkages, zone, people, stale }: FirmLinkagesProps) {
  const columns = useMemo(() => columnsFor(number, zone), [number, zone]);
  const { exporting, save } = useLinkageExport({ number, ...people.variables }, zone);
  return (
    <Section title="People" note="The accounts the firm pays for, each with the time for which it does.">
      <LinkageFilters people={people} exporting={exporting} onExport={save} />
      <DataTable
        name="operator-firm-people"
        caption="People"
        columns={columns}
        list={linkages}
        rowId={(linkage) => linkage.id}
        noun={['interval', 'intervals']}
        sort={people.sort}
        onSort={(sort) => people.change({ sort })}
        stale={stale}
        empty={
          people.narrowed ? (
            <EmptyState
              title="Nobody matches"
              action={<Button onClick={people.clear}>Show everybody</Button>}
            />
          ) : (
            <EmptyState title="Nobody is linked yet">
              Link an account, and what it uses from that day on is the firm’s to pay.
            </EmptyState>
          )
        }
      />
    </Section>
  );
}
