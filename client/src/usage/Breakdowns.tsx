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

/** What was used told apart by each thing that tells it apart; without a single cost center there is nothing to tell. */
export function Breakdowns({ parts, totals, links }: BreakdownsProps) {
  const centers = parts.costCenters.nodes.some((one) => one.costCenter) ? parts.costCenters : null;
  const columns = [
    [
      { dimension: people, list: parts.people },
      { dimension: clients, list: parts.clients },
    ],
    [
      { dimension: courts, list: parts.courts },
      { dimension: costCenters, list: centers },
      { dimension: kinds, list: parts.kinds },
    ],
  ];
  return (
    <div className={`${classes.part} ${classes.twos}`}>
      {columns.map((lists) => (
        <div key={lists[0]?.dimension.title}>
          {lists.map(
            ({ dimension, list }) =>
              list && (
                <Breakdown
                  key={dimension.title}
                  dimension={dimension}
                  list={list}
                  totals={totals}
                  links={links}
                />
              ),
          )}
        </div>
      ))}
    </div>
  );
}
