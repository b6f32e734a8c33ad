import { dollars } from '@countersign/shared/usage/dollars';
import { Link } from 'react-router';
import type { GroupSumsFragment, UsageSumsFragment } from '../generated/graphql';
import { type PlainColumn, PlainTable } from '../ui/PlainTable';
import { Section } from '../ui/Section';
import classes from './Breakdown.module.css';
import type { Dimension } from './dimensions';
import { shareText } from './shareText';
import type { UsageLinks } from './usageLinks';

interface BreakdownProps {
  dimension: Dimension;
  list: { readonly totalCount: number; readonly nodes: readonly GroupSumsFragment[] };
  totals: Pick<UsageSumsFragment, 'uses' | 'charge'>;
  links: UsageLinks;
}

/** Who or what the spending went to, the dearest first, each with a bar as long as its part of the dearest. */
export function Breakdown({ dimension, list, totals, links }: BreakdownProps) {
  const { title, head, nameOf, usesOf, pageOf } = dimension;
  const all = totals.charge.cents;
  const most = Math.max(1, ...list.nodes.map(({ totals: { charge } }) => charge.cents));
  const columns: PlainColumn<GroupSumsFragment>[] = [
    {
      head,
      names: true,
      cell: (group) => {
        const to = pageOf?.(group, links);
        return (
          <>
            {to ? <Link to={to}>{nameOf(group)}</Link> : nameOf(group)}
            <Bar part={group.totals.charge.cents / most} />
          </>
        );
      },
    },
    { head: 'Uses', figures: true, cell: (group) => group.totals.uses.toLocaleString('en-US') },
    { head: 'Share', figures: true, cell: (group) => shareText(group.totals.charge.cents, all) },
    {
      head: 'Charged',
      figures: true,
      cell: (group) => (
        <Link to={links.transactions(usesOf(group))}>{dollars(group.totals.charge.cents)}</Link>
      ),
    },
  ];
  return (
    <Section title={title}>
      <PlainTable
        caption={title}
        columns={columns}
        rows={list.nodes}
        rowId={(group) => JSON.stringify(usesOf(group))}
        foot={<Others list={list} totals={totals} to={links.all?.(dimension.word)} />}
      />
    </Section>
  );
}

/** A border, since paper and forced colors leave grounds out. */
function Bar({ part }: { part: number }) {
  return (
    <span className={classes.bar} style={{ inlineSize: `${Math.max(0, part) * 100}%` }} aria-hidden="true" />
  );
}

/** What those that are not shown come to, so that the parts add up to the whole. */
function Others({ list, totals, to }: Pick<BreakdownProps, 'list' | 'totals'> & { to?: string }) {
  const count = list.totalCount - list.nodes.length;
  if (count <= 0) return null;
  const sum = (of: (group: GroupSumsFragment) => number) =>
    list.nodes.reduce((so, group) => so + of(group), 0);
  const uses = totals.uses - sum((group) => group.totals.uses);
  const cents = totals.charge.cents - sum((group) => group.totals.charge.cents);
  const name = `${count.toLocaleString('en-US')} ${count === 1 ? 'other' : 'others'}`;
  return (
    <tr>
      <th scope="row">{to ? <Link to={to}>{name}</Link> : name}</th>
      <td data-figures>{uses.toLocaleString('en-US')}</td>
      <td data-figures>{shareText(cents, totals.charge.cents)}</td>
      <td data-figures>{dollars(cents)}</td>
    </tr>
  );
}
