import type { CourtSignIn as SignInWay } from '../generated/graphql';
import { showCourtDay } from '../ui/dates';
import { Fact, Facts } from '../ui/Facts';
import { Section } from '../ui/Section';
import { Phones } from './Phones';

const explained: Record<SignInWay, string> = {
  CENTRAL_SIGN_ON:
    'This court takes Central Sign-On. You sign in with your own PACER account: one username and password for every court of this kind.',
  OWN_LOGIN:
    'This court keeps its own login. You sign in with the CM/ECF username and password that this court gave you, not with your PACER account.',
};

interface CourtSignInProps {
  court: {
    signIn: SignInWay;
    loginUrl: string;
    nextGen: boolean;
    nextGenSince: string | null;
    helpDeskPhones: string[];
  };
}

function nextGenStatus({ nextGen, nextGenSince }: CourtSignInProps['court']): string {
  if (!nextGen) return 'Not yet a NextGen court';
  return nextGenSince
    ? `NextGen court since ${showCourtDay(nextGenSince)}`
    : 'NextGen court; date not on record';
}

export function CourtSignIn({ court }: CourtSignInProps) {
  return (
    <Section title="How to sign in" note={explained[court.signIn]}>
      <Facts>
        <Fact name="Login address">
          <a href={court.loginUrl} data-plain>
            {court.loginUrl}
          </a>
        </Fact>
        <Fact name="NextGen">{nextGenStatus(court)}</Fact>
        <Fact name="Help desk">
          {court.helpDeskPhones.length === 0
            ? 'No help desk on record: call an office below.'
            : court.helpDeskPhones.map((phone) => (
                <div key={phone}>
                  <Phones written={phone} />
                </div>
              ))}
        </Fact>
      </Facts>
    </Section>
  );
}
