import { dollars } from '@countersign/shared/usage/dollars';
import { useKindLabels } from '@countersign/shared/usage/use';
import { memo } from 'react';
import { Link } from 'react-router';
import type { UseLineFragment } from '../generated/graphql';
import { showCourtDayShort } from '../ui/dates';
import { type PlainColumn, PlainTable } from '../ui/PlainTable';
import { Section } from '../ui/Section';
import type { Apart } from './dashboardVariables';
import { clients, courts, type Dimension, people } from './dimensions';
import type { UsageLinks } from './usageLinks';

interface DearestProps {
  uses: readonly UseLineFragment[];
  links: UsageLinks;
  apart: Apart;
}

const descriptionOf = ({ kind, description, caseNumber }: UseLineFragment) => (
  <>
    {description ?? useKindLabels[kind]}
    {caseNumber && <span data-quiet> {caseNumber}</span>}
  </>
);

/** The dearest single uses; each charge opens its row in the list of transactions. */
export const Dearest = memo(function Dearest({ uses, links, apart }: DearestProps) {
  if (uses.length === 0) return null;
  const linked = (dimension: Dimension<UseLineFragment>): PlainColumn<UseLineFragment> => ({
    head: dimension.head,
    cell: (use) => {
      const to = dimension.pageOf?.(use, links);
      return to ? <Link to={to}>{dimension.nameOf(use)}</Link> : dimension.nameOf(use);
    },
  });
  const columns: PlainColumn<UseLineFragment>[] = [
    { head: 'What', names: true, cell: descriptionOf },
    { head: 'Day', cell: ({ day }) => <time dateTime={day}>{showCourtDayShort(day)}</time> },
    ...(apart.people ? [linked(people)] : []),
    ...(apart.courts ? [linked(courts)] : []),
    ...(apart.clients ? [linked(clients)] : []),
    {
      head: 'Charged',
      figures: true,
      cell: ({ id, charge }) => (
        <Link to={links.transactions({ sort: '-charge', use: id })}>{dollars(charge.cents)}</Link>
      ),
    },
  ];
  return (
    <Section title="Dearest uses">
      <PlainTable caption="Dearest uses" columns={columns} rows={uses} rowId={({ id }) => id} stacks />
    </Section>
  );
});
