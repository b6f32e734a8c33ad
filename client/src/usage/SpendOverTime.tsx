import { dollars } from '@countersign/shared/usage/dollars';
import { type Quarter, quarterAfter, quarterLabel } from '@countersign/shared/usage/quarter';
import { memo, useMemo } from 'react';
import { Link } from 'react-router';
import type { SpendPointFragment, UsagePartsFragment } from '../generated/graphql';
import { type PlainColumn, PlainTable } from '../ui/PlainTable';
import { Section } from '../ui/Section';
import { Switch } from '../ui/Switch';
import { oneOf, useUrlState } from '../ui/urlState';
import { type Column, ColumnChart } from './ColumnChart';
import classes from './SpendOverTime.module.css';
import {
  type ComparedSpend,
  type Period,
  periodNames,
  periods,
  periodTick,
  type Spend,
  spendBy,
} from './spendPeriods';
import type { UsageLinks } from './usageLinks';
import { usesText } from './usesText';

const url = { by: oneOf(periods, 'week'), as: oneOf(['chart', 'table'] as const, 'chart') };

const periodOptions = [
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month' },
  { value: 'quarter', label: 'Quarter' },
] as const;

const viewOptions = [
  { value: 'chart', label: 'Chart' },
  { value: 'table', label: 'Table' },
] as const;

const spendOf = ({ startsOn, endsOn, totals }: SpendPointFragment): Spend => ({
  startsOn,
  endsOn,
  uses: totals.uses,
  cents: totals.charge.cents,
});

/** Days themselves, since the page’s quarter need not hold them. */
const usesOf = ({ startsOn, endsOn }: Spend) => ({ quarter: undefined, from: startsOn, to: endsOn });

interface SpendOverTimeProps {
  parts: Pick<UsagePartsFragment, 'days' | 'months'>;
  quarter: Quarter;
  /** The last day that has come. */
  asOf: string;
  links: UsageLinks;
}

export function SpendOverTime({ parts, quarter, asOf, links }: SpendOverTimeProps) {
  const [{ by, as }, change] = useUrlState(url);
  const spends = useMemo(
    () => spendBy(by, { days: parts.days.map(spendOf), months: parts.months.map(spendOf) }, quarter),
    [by, parts, quarter],
  );
  const last = quarterLabel(quarterAfter(quarter, -1));
  const comparing = by === 'day' || by === 'week';
  return (
    <Section
      title="Spend over time"
      note={
        comparing
          ? `Columns are ${quarterLabel(quarter)}; the line across a column is ${last}, as far into the quarter.`
          : `The eight quarters up to ${quarterLabel(quarter)}.`
      }
      actions={
        <>
          <Switch
            label="Period"
            options={periodOptions}
            value={by}
            onChange={(value) => change({ by: value })}
          />
          <Switch
            label="Show as"
            options={viewOptions}
            value={as}
            onChange={(value) => change({ as: value })}
          />
        </>
      }
    >
      <div className={as === 'chart' ? undefined : classes.away}>
        <SpendChart {...{ by, spends, asOf, links, last }} />
      </div>
      <div className={as === 'table' ? undefined : classes.onPaper}>
        <SpendTable {...{ by, spends, asOf, links, last }} />
      </div>
    </Section>
  );
}

interface SpendProps {
  by: Period;
  spends: readonly ComparedSpend[];
  asOf: string;
  links: UsageLinks;
  /** The quarter it is compared with. */
  last: string;
}

const SpendChart = memo(function SpendChart({ by, spends, asOf, links, last }: SpendProps) {
  const columns = spends.map((spend, place): Column => {
    const { startsOn, cents, uses, before } = spend;
    const compared = before ? `; ${last}: ${dollars(before.cents)}` : '';
    const here = startsOn > asOf ? 'still to come' : `${dollars(cents)}, ${usesText(uses)}`;
    return {
      key: startsOn,
      name: periodNames[by](spend),
      tick: periodTick(by, spend, place),
      cents,
      mark: before?.cents ?? null,
      said: here + compared,
      to: links.transactions(usesOf(spend)),
    };
  });
  const now = spends.findLastIndex(({ startsOn }) => startsOn <= asOf);
  return <ColumnChart key={by} label={`Spend by ${by}`} columns={columns} start={now} />;
});

const SpendTable = memo(function SpendTable({ by, spends, asOf, links, last }: SpendProps) {
  const columns: PlainColumn<ComparedSpend>[] = [
    {
      head: { day: 'Day', week: 'Week', month: 'Month', quarter: 'Quarter' }[by],
      cell: periodNames[by],
      names: true,
    },
    { head: 'Uses', cell: ({ uses }) => uses.toLocaleString('en-US'), figures: true },
    {
      head: 'Charged',
      cell: (spend) => <Link to={links.transactions(usesOf(spend))}>{dollars(spend.cents)}</Link>,
      figures: true,
    },
  ];
  if (by === 'day' || by === 'week')
    columns.push({
      head: last,
      cell: ({ before }) =>
        before && <Link to={links.transactions(usesOf(before))}>{dollars(before.cents)}</Link>,
      figures: true,
    });
  return (
    <PlainTable
      caption={`Spend by ${by}`}
      columns={columns}
      rows={spends.filter(({ startsOn }) => startsOn <= asOf)}
      rowId={({ startsOn }) => startsOn}
    />
  );
});
