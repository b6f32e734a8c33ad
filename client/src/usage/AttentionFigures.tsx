import { dollars } from '@countersign/shared/usage/dollars';
import type { UsageSumsFragment } from '../generated/graphql';
import type { Apart } from './dashboardVariables';
import { differenceText } from './differenceText';
import { Figure, Figures } from './Figure';
import type { UsageLinks } from './usageLinks';
import { usesText } from './usesText';

interface AttentionFiguresProps {
  sums: UsageSumsFragment;
  links: UsageLinks;
  apart: Apart;
}

/** What of the charges may want a look, and who says that they were made. */
export function AttentionFigures({ sums, links, apart }: AttentionFiguresProps) {
  const uploaded = sums.charge.cents - sums.recordedCharge.cents;
  return (
    <Figures quiet>
      {apart.clients && (
        <Figure
          name="Without a client code"
          value={dollars(sums.uncodedCharge.cents)}
          to={links.transactions({ client: '' })}
        >
          {usesText(sums.uncodedUses)}
        </Figure>
      )}
      <Figure
        name="Charged otherwise than the schedule says"
        value={usesText(sums.differingUses)}
        to={links.transactions({ differing: 'yes' })}
      >
        {differenceText(sums.difference.cents)} in all
      </Figure>
      <Figure
        name="Free by an exemption"
        value={usesText(sums.exemptUses)}
        to={links.transactions({ exempt: 'yes' })}
      />
      <Figure
        name="Recorded, and so billed"
        value={dollars(sums.recordedCharge.cents)}
        to={links.transactions({ authority: 'RECORDED' })}
      >
        {uploaded === 0
          ? 'All of it'
          : `The other ${dollars(uploaded)} come from uploads, which are compared and never billed.`}
      </Figure>
    </Figures>
  );
}
