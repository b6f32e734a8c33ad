import { roleNames } from '@countersign/shared/accounts/roles';
import { Link } from 'react-router';
import { paths } from '../app/paths';
import { graphql } from '../generated';
import type { OwnRoleFragment } from '../generated/graphql';
import { Fact, Facts } from '../ui/Facts';
import { Section } from '../ui/Section';
import { TimeStamp } from '../ui/TimeStamp';

export const ownRole = graphql(`
  fragment OwnRole on RoleGrant {
    id
    role
    from
    until
    firm {
      id
      number
      name
    }
    court {
      id
      code
      title
    }
  }
`);

function Where({ role }: { role: OwnRoleFragment }) {
  if (role.firm) return <Link to={paths.firm(role.firm.number)}>{role.firm.name}</Link>;
  if (role.court) return <Link to={paths.clerkCourt(role.court.code)}>{role.court.title}</Link>;
  return 'The whole site';
}

export function OwnRoles({ roles }: { roles: readonly OwnRoleFragment[] }) {
  return (
    <Section title="Your roles" note="Roles are given and ended by operators of this site, never by oneself.">
      {roles.length === 0 ? (
        <p>You have no role beyond your own account.</p>
      ) : (
        <Facts>
          {roles.map((role) => (
            <Fact key={role.id} name={roleNames[role.role]}>
              <Where role={role} />
              <div>
                Since <TimeStamp value={role.from} day />
                {role.until && (
                  <>
                    , until <TimeStamp value={role.until} day />
                  </>
                )}
              </div>
            </Fact>
          ))}
        </Facts>
      )}
    </Section>
  );
}
