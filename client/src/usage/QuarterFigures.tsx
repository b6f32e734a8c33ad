import { dollars } from '@countersign/shared/usage/dollars';
import { type Quarter, quarterAfter, quarterLabel, quarterWord } from '@countersign/shared/usage/quarter';
import { Link } from 'react-router';
import type { UsageSumsFragment } from '../generated/graphql';
import { showCourtDayShort } from '../ui/dates';
import { differenceText } from './differenceText';
import { Figure } from './Figure';
import type { UsageLinks } from './usageLinks';
import { usesText } from './usesText';

type Sums = Pick<UsageSumsFragment, 'uses' | 'charge'>;

interface QuarterFiguresProps {
  quarter: Quarter;
  asOf: string;
  previousAsOf: string;
  current: Sums;
  previous: Sums;
  previousToDate: Sums;
  links: UsageLinks;
}

/** This quarter against the last, to the same day and in all. */
export function QuarterFigures(props: QuarterFiguresProps) {
  const { quarter, asOf, previousAsOf, current, previous, previousToDate, links } = props;
  const last = quarterAfter(quarter, -1);
  const difference = current.charge.cents - previousToDate.charge.cents;
  return (
    <>
      <Figure
        name={`Charged in ${quarterLabel(quarter)}`}
        value={dollars(current.charge.cents)}
        to={links.transactions({})}
      >
        {usesText(current.uses)} up to {showCourtDayShort(asOf)}.{' '}
        <strong>{differenceText(difference, previousToDate.charge.cents)}</strong> against{' '}
        <Link to={links.transactions({ quarter: undefined, from: last.startsOn, to: previousAsOf })}>
          {dollars(previousToDate.charge.cents)}
        </Link>{' '}
        in {quarterLabel(last)} up to {showCourtDayShort(previousAsOf)}.
      </Figure>
      <Figure
        name={`Charged in ${quarterLabel(last)}`}
        value={dollars(previous.charge.cents)}
        to={links.transactions({ quarter: quarterWord(last) })}
      >
        {usesText(previous.uses)} in the whole of the last quarter.
      </Figure>
    </>
  );
}
