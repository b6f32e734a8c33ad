import { memo } from 'react';
import type { UsagePartsFragment, UsageSumsFragment } from '../generated/graphql';
import { Breakdown } from './Breakdown';
import classes from './Dashboard.module.css';
import { clients, costCenters, courts, kinds, people } from './dimensions';
import type { UsageLinks } from './usageLinks';

interface BreakdownsProps {
  parts: UsagePartsFragment;
  totals: Pick<UsageSumsFragment, 'uses' | 'charge'>;
  links: UsageLinks;
}

type Shown = Pick<Parameters<typeof Breakdown>[0], 'dimension' | 'list'>;

/** Puts each list into the column that is shorter so far. */
function inColumns(lists: readonly Shown[]): Shown[][] {
  const columns: Shown[][] = [[], []];
  const height = (column: Shown[]) => column.reduce((sum, { list }) => sum + list.nodes.length + 2, 0);
  for (const shown of lists) {
    const [left = [], right = []] = columns;
    (height(left) <= height(right) ? left : right).push(shown);
  }
  return columns;
}

/** What was used told apart by each thing that tells it apart; without a single cost center there is nothing to tell. */
export const Breakdowns = memo(function Breakdowns({ parts, totals, links }: BreakdownsProps) {
  const centers = parts.costCenters.nodes.some((one) => one.costCenter) ? parts.costCenters : null;
  const lists = [
    { dimension: people, list: parts.people },
    { dimension: courts, list: parts.courts },
    { dimension: clients, list: parts.clients },
    { dimension: costCenters, list: centers },
    { dimension: kinds, list: parts.kinds },
  ].flatMap(({ dimension, list }) => (list && list.nodes.length > 0 ? [{ dimension, list }] : []));
  return (
    <div className={`${classes.part} ${classes.twos}`}>
      {inColumns(lists).map((column) => (
        <div key={column[0]?.dimension.word ?? ''}>
          {column.map((shown) => (
            <Breakdown key={shown.dimension.word} {...shown} totals={totals} links={links} />
          ))}
        </div>
      ))}
    </div>
  );
});
