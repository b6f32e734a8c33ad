import { dollars } from '@countersign/shared/usage/dollars';
import { type Quarter, quarterAfter } from '@countersign/shared/usage/quarter';
import { memo } from 'react';
import { Link } from 'react-router';
import type { ChangeLineFragment, OverviewPartsFragment } from '../generated/graphql';
import { showCourtDayShort } from '../ui/dates';
import { type PlainColumn, PlainTable } from '../ui/PlainTable';
import { Section } from '../ui/Section';
import classes from './Dashboard.module.css';
import type { Apart } from './dashboardVariables';
import { differenceText } from './differenceText';
import { clients, courts, type Dimension, people } from './dimensions';
import type { UsageLinks } from './usageLinks';

interface ChangesProps {
  overview: Pick<OverviewPartsFragment, 'changes' | 'asOf' | 'previousAsOf'>;
  quarter: Quarter;
  links: UsageLinks;
  apart: Apart;
}

/** What changed most against the last quarter up to the same day. */
export const Changes = memo(function Changes({ overview, quarter, links, apart }: ChangesProps) {
  const { changes, asOf, previousAsOf } = overview;
  const before = { quarter: undefined, from: quarterAfter(quarter, -1).startsOn, to: previousAsOf };
  const columnsOf = (dimension: Dimension<ChangeLineFragment>): PlainColumn<ChangeLineFragment>[] => [
    {
      head: dimension.head,
      names: true,
      cell: (change) => {
        const to = dimension.pageOf?.(change, links);
        return to ? <Link to={to}>{dimension.nameOf(change)}</Link> : dimension.nameOf(change);
      },
    },
    { head: 'Change', figures: true, cell: ({ difference }) => differenceText(difference.cents) },
    {
      head: 'Now',
      figures: true,
      cell: (change) => (
        <Link to={links.transactions(dimension.usesOf(change))}>{dollars(change.charge.cents)}</Link>
      ),
    },
    {
      head: 'Before',
      figures: true,
      cell: (change) => (
        <Link to={links.transactions({ ...dimension.usesOf(change), ...before })}>
          {dollars(change.previousCharge.cents)}
        </Link>
      ),
    },
  ];
  const lists = [
    { dimension: people, rows: apart.people ? changes.accounts : [] },
    { dimension: courts, rows: changes.courts },
    { dimension: clients, rows: changes.clientCodes },
  ].filter(({ rows }) => rows.length > 0);
  if (lists.length === 0) return null;
  return (
    <Section
      title="What changed most"
      note={`Charges up to ${showCourtDayShort(asOf)} against those of the last quarter up to ${showCourtDayShort(previousAsOf)}.`}
    >
      <div className={classes.threes}>
        {lists.map(({ dimension, rows }) => (
          <PlainTable
            key={dimension.head}
            caption={`What changed most, ${dimension.title.toLowerCase()}`}
            columns={columnsOf(dimension)}
            rows={rows}
            rowId={(change) => JSON.stringify(dimension.usesOf(change))}
          />
        ))}
      </div>
    </Section>
  );
});
