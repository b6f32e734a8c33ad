import type { Quarter } from '@countersign/shared/usage/quarter';
import type { ReactNode } from 'react';
import type { UsagePartsFragment, UsageSumsFragment, UseLineFragment } from '../generated/graphql';
import { AttentionFigures } from './AttentionFigures';
import { Breakdowns } from './Breakdowns';
import classes from './Dashboard.module.css';
import { Dearest } from './Dearest';
import type { Apart } from './dashboardVariables';
import { Figures } from './Figure';
import { SpendOverTime } from './SpendOverTime';
import type { UsageLinks } from './usageLinks';

interface DashboardProps {
  /** The first figures of all. */
  figures: ReactNode;
  sums: UsageSumsFragment;
  parts: UsagePartsFragment;
  changes?: ReactNode;
  dearest: readonly UseLineFragment[];
  quarter: Quarter;
  /** The last day that has come. */
  asOf: string;
  links: UsageLinks;
  apart: Apart;
  stale: boolean;
}

/** A quarter’s usage at a glance: of a firm, of a person, or of one side of it. */
export function Dashboard(props: DashboardProps) {
  const { figures, sums, parts, changes, dearest, quarter, asOf, links, apart, stale } = props;
  return (
    <div className={classes.root} data-stale={stale || undefined} aria-busy={stale}>
      <Figures>{figures}</Figures>
      <AttentionFigures sums={sums} links={links} apart={apart} />
      <div className={classes.part}>
        <SpendOverTime parts={parts} quarter={quarter} asOf={asOf} links={links} />
      </div>
      <Breakdowns parts={parts} totals={sums} links={links} />
      <div className={classes.part}>
        {changes}
        <Dearest uses={dearest} links={links} apart={apart} />
      </div>
    </div>
  );
}
