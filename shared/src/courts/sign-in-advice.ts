import { type Court, signInWay } from './court';
import type { CourtQuestion } from './court-question';

type Advice = Omit<CourtQuestion, 'courtId'>;

type CourtToEnter = Pick<Court, 'id' | 'title' | 'loginUrl' | 'nextGen' | 'nextGenSince'>;

const longDate = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

function howToSignIn(court: CourtToEnter, today: string): string {
  if (signInWay(court, today) === 'CENTRAL_SIGN_ON') {
    // The bankruptcy appellate panels have no login address but that of their circuit.
    const panel = court.id.startsWith('bap')
      ? ' The panel uses the filing system of its circuit’s court of appeals.'
      : '';
    return `Go to ${court.loginUrl} and use your own PACER account: the same username and password work at every NextGen court.${panel}`;
  }
  const until =
    court.nextGen && court.nextGenSince
      ? ` until it converts to NextGen on ${longDate.format(new Date(court.nextGenSince))}`
      : '';
  return `Go to ${court.loginUrl} and use the CM/ECF login that this court gave you. It does not take Central Sign-On${until || ' yet'}.`;
}

/** What anyone asks about signing in to e-file, answered for one court as it stands on a day (YYYY-MM-DD). */
export function courtSignInAdvice(court: CourtToEnter, today: string): Advice[] {
  const how = { question: `How do I sign in at ${court.title}?`, answer: howToSignIn(court, today) };
  if (signInWay(court, today) === 'OWN_LOGIN') {
    return [
      how,
      {
        question: 'Does my login here work at other courts?',
        answer:
          'No. A login that one court gave you is good at that court alone; NextGen courts take your PACER account.',
      },
    ];
  }
  return [
    how,
    {
      question: 'I have an older CM/ECF login at this court. What becomes of it?',
      answer: 'Link it to your PACER account once. After that, you sign in with the PACER account only.',
    },
    {
      question: 'May several people share one account?',
      answer: 'Not to e-file. Everyone who files needs an individual PACER account of their own.',
    },
    {
      question: 'Is my account ready for e-filing?',
      answer:
        'An account created before August 11, 2014 must be upgraded first. Any account only shows cases until this court has granted it the right to file.',
    },
  ];
}
