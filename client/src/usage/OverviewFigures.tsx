import { dollars } from '@countersign/shared/usage/dollars';
import type { Quarter } from '@countersign/shared/usage/quarter';
import type { OverviewPartsFragment } from '../generated/graphql';
import { showCourtDayShort } from '../ui/dates';
import { Figure } from './Figure';
import { QuarterFigures } from './QuarterFigures';
import type { UsageLinks } from './usageLinks';
import { WaiverMeter } from './WaiverMeter';

interface OverviewFiguresProps {
  overview: OverviewPartsFragment;
  quarter: Quarter;
  links: UsageLinks;
  /** Whether these are all the charges the waiver is tested on. */
  withWaiver: boolean;
}

/** This quarter against the last, what it will come to, and what of it is due. */
export function OverviewFigures({ overview, quarter, links, withWaiver }: OverviewFiguresProps) {
  const { forecast, waiver, asOf } = overview;
  return (
    <>
      <QuarterFigures {...overview} quarter={quarter} links={links} />
      <Figure
        name={`${forecast.state === 'OVER' ? 'Come to by' : 'Forecast for'} ${showCourtDayShort(quarter.endsOn)}`}
        value={forecast.charge ? dollars(forecast.charge.cents) : 'Not enough data'}
      >
        {forecast.formula}
      </Figure>
      {withWaiver && (
        <Figure
          name={asOf === quarter.endsOn ? 'Due after the waiver' : 'Due as it stands'}
          value={dollars(waiver.due.cents)}
        >
          {waiver.threshold && (
            <WaiverMeter tested={waiver.tested.cents} threshold={waiver.threshold.cents} />
          )}
          {waiver.explanation}
        </Figure>
      )}
    </>
  );
}
