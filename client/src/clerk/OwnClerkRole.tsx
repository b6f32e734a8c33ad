import type { OwnRoleFragment } from '../generated/graphql';
import { Fact, Facts } from '../ui/Facts';
import { Section } from '../ui/Section';
import { TimeStamp } from '../ui/TimeStamp';

export function OwnClerkRole({ role }: { role?: OwnRoleFragment }) {
  return (
    <Section title="Your role here">
      {role ? (
        <Facts>
          <Fact name="Clerk since">
            <TimeStamp value={role.from} day />
          </Fact>
          <Fact name="Until">{role.until ? <TimeStamp value={role.until} day /> : 'No end set'}</Fact>
        </Facts>
      ) : (
        <p>You are not a clerk of this court; you see its desk as an operator of the site.</p>
      )}
    </Section>
  );
}
