import type { ReactNode } from 'react';
import { graphql } from '../generated';
import type { WhoPaysFragment } from '../generated/graphql';
import { Fact, Facts } from './Facts';
import { LinkageTime } from './LinkageCells';
import { type LinkageRow, standingOfLinkage } from './linkages';
import { Section } from './Section';

export const whoPays = graphql(`
  fragment WhoPays on Account {
    id
    linkages(first: 50) {
      nodes {
        ...LinkageRow
      }
      totalCount
    }
  }
`);

interface WhoPaysProps {
  account: WhoPaysFragment;
  zone: string;
  /** The holder as the page calls him, when he pays himself. */
  holder: string;
  note: string;
  /** How a firm is named: by its name, or as a link where the reader may go there. */
  firm: (firm: { number: string; name: string }) => ReactNode;
}

/** Who pays for an account now, and in which intervals firms did, do or will. */
export function WhoPays({ account, zone, holder, note, firm }: WhoPaysProps) {
  const { linkages } = account;
  if (!linkages) return null;
  const untold = linkages.totalCount - linkages.nodes.length;
  const current = linkages.nodes.find(({ inForce }) => inForce);
  const others = linkages.nodes.filter(({ inForce }) => !inForce);
  const told = (linkage: LinkageRow) => (
    <>
      {firm(linkage.firm)}
      <div>
        <LinkageTime linkage={linkage} zone={zone} />
        {linkage.costCenter && `, cost center ${linkage.costCenter}`}
      </div>
    </>
  );
  return (
    <Section title="Who pays" note={note}>
      <Facts>
        <Fact name="Now">{current ? told(current) : holder}</Fact>
        {others.map((linkage) => (
          <Fact key={linkage.id} name={standingOfLinkage(linkage, zone)}>
            {told(linkage)}
          </Fact>
        ))}
        {untold > 0 && <Fact name="Earlier">{untold} more</Fact>}
      </Facts>
    </Section>
  );
}
