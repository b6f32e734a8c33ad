import type { Day } from '@countersign/shared/usage/day';
import { dayOf } from '@countersign/shared/usage/day';
import { forecast, forecastWindow } from '@countersign/shared/usage/forecast';
import {
  type Quarter,
  quarterAfter,
  quarterOfDay,
  quarterOfWord,
  sameDayOf,
} from '@countersign/shared/usage/quarter';
import { waiverThreshold } from '@countersign/shared/usage/waiver';
import { waiverState } from '@countersign/shared/usage/waiver-state';
import type { Actor } from '../platform/actor';
import { readTogether } from '../platform/read-together';
import { BadArgument } from '../platform/refusal';
import type { Site } from '../platform/site';
import { type ChangeRow, largestChanges } from './changes-statement';
import { allSchedules, schedulesOfRows } from './fee-schedules';
import { nothing } from './measures';
import { chargesByDay, dearestUses, outermostUse, sumsOfStretches } from './overview-statements';
import type { UsageOverview } from './overview-types';
import { presentOverview } from './present-overview';
import { authorizeUsage, type UsageScope } from './scope';

const mostDearest = 10;
const mostChanges = 5;

/** The quarter looked at, up to a day, and the one it is compared with, up to the same day. */
export interface OverviewDays {
  readonly quarter: Quarter;
  readonly asOf: Day;
  readonly previousQuarter: Quarter;
  readonly previousAsOf: Day;
}

interface OverviewWanted {
  readonly quarter?: string | null;
  readonly asOf?: string | null;
}

function overviewDays(today: Day, wanted: OverviewWanted): OverviewDays {
  const quarter = wanted.quarter == null ? quarterOfDay(wanted.asOf ?? today) : quarterOfWord(wanted.quarter);
  if (!quarter) throw new BadArgument('quarter: write it as 2026-Q3.');
  if (quarter.startsOn > today) throw new BadArgument('quarter: it has not begun.');
  const last = quarter.endsOn < today ? quarter.endsOn : today;
  const asOf = wanted.asOf ?? last;
  if (asOf < quarter.startsOn || asOf > last)
    throw new BadArgument(`asOf: a day of the quarter up to ${last}, not ${asOf}.`);
  const previousQuarter = quarterAfter(quarter, -1);
  return { quarter, asOf, previousQuarter, previousAsOf: sameDayOf(asOf, previousQuarter) };
}

/** A quarter at a glance against the last one; all of it is read in one round trip. */
export async function readOverview(
  site: Site,
  actor: Actor,
  scope: UsageScope,
  wanted: OverviewWanted,
): Promise<UsageOverview> {
  authorizeUsage(actor, scope);
  const days = overviewDays(dayOf(site.clock.now(), site.serviceCenter.zone), wanted);
  const { quarter, asOf, previousQuarter, previousAsOf } = days;
  const current = { from: quarter.startsOn, to: asOf };
  const previous = { from: previousQuarter.startsOn, to: previousQuarter.endsOn };
  const previousToDate = { from: previous.from, to: previousAsOf };
  const [sums, charges, dearest, [first], [last], changes, schedules] = await readTogether(
    site.database,
  ).read(actor, [
    sumsOfStretches(scope, [current, previous, previousToDate]),
    chargesByDay(scope, forecastWindow(asOf)),
    dearestUses(scope, quarter.startsOn, asOf, mostDearest),
    outermostUse(scope, 'FIRST'),
    outermostUse(scope, 'LAST'),
    largestChanges(scope, { current, previous: previousToDate }, mostChanges),
    allSchedules(),
  ]);
  const sumsOf = (place: number) => sums.find((row) => row.place === place) ?? nothing;
  const { chargeCents, accessCents } = sumsOf(0);
  return presentOverview({
    ...days,
    current: sumsOf(0),
    previous: sumsOf(1),
    previousToDate: sumsOf(2),
    waiver: waiverState(
      accessCents,
      waiverThreshold(schedulesOfRows(schedules), quarter),
      asOf === quarter.endsOn,
    ),
    forecast: forecast({
      asOf,
      endsOn: quarter.endsOn,
      soFarCents: chargeCents,
      firstDay: first?.day ?? null,
      chargedOn: new Map(charges.map((row) => [row.day, row.chargeCents])),
    }),
    dearest,
    changes: (dimension: ChangeRow['dimension']) => changes.filter((row) => row.dimension === dimension),
    firstUseAt: first?.at ?? null,
    lastUseAt: last?.at ?? null,
  });
}
