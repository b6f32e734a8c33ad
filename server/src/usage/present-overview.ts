import type { Forecast } from '@countersign/shared/usage/forecast';
import type { WaiverState } from '@countersign/shared/usage/waiver-state';
import { usd, usdOrNull } from '../api/money-type';
import { presentQuarter } from '../api/quarter-type';
import type { ChangeRow } from './changes-statement';
import type { UsageDimension } from './enums';
import { type Measures, presentTotals } from './measures';
import type { UsageChange, UsageForecast, UsageOverview, UsageWaiver } from './overview-types';
import { presentUse } from './present';
import type { UseRow } from './queries';
import { groupKey } from './read-groups';
import type { OverviewDays } from './read-overview';

export interface OverviewRead extends OverviewDays {
  readonly current: Measures;
  readonly previous: Measures;
  readonly previousToDate: Measures;
  readonly waiver: WaiverState;
  readonly forecast: Forecast;
  readonly dearest: readonly UseRow[];
  readonly changes: (dimension: ChangeRow['dimension']) => readonly ChangeRow[];
  readonly firstUseAt: Date | null;
  readonly lastUseAt: Date | null;
}

const presentWaiver = (waiver: WaiverState): UsageWaiver => ({
  state: waiver.state,
  tested: usd(waiver.testedCents),
  threshold: usdOrNull(waiver.thresholdCents),
  left: usdOrNull(waiver.leftCents),
  waived: usd(waiver.waivedCents),
  due: usd(waiver.dueCents),
  explanation: waiver.explanation,
});

const presentForecast = (forecast: Forecast): UsageForecast => ({
  state: forecast.state,
  charge: usdOrNull(forecast.cents),
  soFar: usd(forecast.soFarCents),
  meanOfDays: forecast.meanOfDays,
  chargedOnDays: usd(forecast.chargedCents),
  courtDaysLeft: forecast.courtDaysLeft,
  formula: forecast.formula,
});

function presentChange(dimension: UsageDimension, row: ChangeRow): UsageChange {
  const key = groupKey(dimension, row.key);
  return {
    key,
    clientCode: key.clientCode,
    charge: usd(row.chargeCents),
    previousCharge: usd(row.previousCents),
    difference: usd(row.chargeCents - row.previousCents),
  };
}

/** An overview as the API shows it. */
export function presentOverview(read: OverviewRead): UsageOverview {
  const changes = (dimension: UsageDimension, of: ChangeRow['dimension']) =>
    read.changes(of).map((row) => presentChange(dimension, row));
  return {
    quarter: presentQuarter(read.quarter),
    previousQuarter: presentQuarter(read.previousQuarter),
    asOf: read.asOf,
    previousAsOf: read.previousAsOf,
    current: presentTotals(read.current),
    previous: presentTotals(read.previous),
    previousToDate: presentTotals(read.previousToDate),
    waiver: presentWaiver(read.waiver),
    forecast: presentForecast(read.forecast),
    dearest: read.dearest.map(presentUse),
    changes: {
      accounts: changes('ACCOUNT', 'ACCOUNT'),
      courts: changes('COURT', 'COURT'),
      clientCodes: changes('CLIENT_CODE', 'CLIENT'),
    },
    firstUseAt: read.firstUseAt,
    lastUseAt: read.lastUseAt,
  };
}
