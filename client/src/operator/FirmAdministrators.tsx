import { Link } from 'react-router';
import { paths } from '../app/paths';
import { Fact, Facts } from '../ui/Facts';
import { GrantStanding } from '../ui/GrantCells';
import type { Grant } from '../ui/grants';
import { Section } from '../ui/Section';
import { TimeStamp } from '../ui/TimeStamp';

interface FirmAdministratorsProps {
  administrators: { nodes: Grant[]; totalCount: number };
}

/** Who administers the firm and who did, the latest first. */
export function FirmAdministrators({ administrators: { nodes, totalCount } }: FirmAdministratorsProps) {
  const untold = totalCount - nodes.length;
  return (
    <Section
      title="Administrators"
      note="They see the firm’s people and what they spend. The role is given and ended at the person’s account."
    >
      {nodes.length === 0 ? (
        <p>Nobody administers this firm: give somebody the role at his account.</p>
      ) : (
        <Facts>
          {nodes.map((grant) => (
            <Fact key={grant.id} name={grant.account.accountNumber}>
              <Link to={paths.operatorAccount(grant.account.accountNumber)}>{grant.account.name.full}</Link>{' '}
              <GrantStanding grant={grant} />
              <div>
                Since <TimeStamp value={grant.from} day />
              </div>
            </Fact>
          ))}
          {untold > 0 && <Fact name="Earlier">{untold} more</Fact>}
        </Facts>
      )}
    </Section>
  );
}
