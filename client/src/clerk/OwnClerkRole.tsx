import { Fact, Facts } from '../ui/Facts';
import type { Grant } from '../ui/grants';
import { Section } from '../ui/Section';
import { TimeStamp } from '../ui/TimeStamp';

export function OwnClerkRole({ role }: { role?: Grant }) {
  return (
    <Section title="Your role here">
      {role ? (
        <Facts>
          <Fact name="Clerk since">
            <TimeStamp value={role.from} day />
          </Fact>
          <Fact name="Until">{role.until ? <TimeStamp value={role.until} day /> : 'No end set'}</Fact>
          {role.remark && <Fact name="Remark">{role.remark}</Fact>}
        </Facts>
      ) : (
        <p>You are not a clerk of this court; you see its desk as an operator of the site.</p>
      )}
    </Section>
  );
}
