import type { UseFormat, UseKind } from '@countersign/shared/usage/use';
import { firstNames, lastNames } from './names';
import { type Random, weighted } from './random';

/** What people come to a court's system for. */
export type SessionPlan =
  | 'FOLLOW'
  | 'PARTY'
  | 'LOCATOR'
  | 'RESEARCH'
  | 'CLAIMS'
  | 'HEARING'
  | 'REPORT'
  | 'TRIAL'
  | 'DOWNLOAD';

/** One thing that is looked at. */
export interface Step {
  readonly kind: UseKind;
  readonly description: string;
  readonly search: string | null;
  readonly format: UseFormat;
  /** Pages where they are counted, bytes where those are. */
  readonly pages: number | null;
  readonly bytes: number | null;
  readonly inCase: boolean;
  /** In the case locator, and in no court. */
  readonly locator?: boolean;
}

/** What a session is about. */
export interface Scene {
  readonly random: Random;
  readonly caseNumber: string;
  readonly party: string;
  /** How long the docket is by now, in bytes of HTML. */
  readonly docketBytes: number;
  /** Documents filed by now. */
  readonly entries: number;
}

const html = { format: 'HTML', pages: null } as const;
const pdf = { format: 'PDF', bytes: null } as const;
const whole = (value: number) => Math.max(1, Math.round(value));

function docket({ caseNumber, docketBytes }: Scene): Step {
  return {
    ...html,
    kind: 'DOCKET_REPORT',
    description: 'Docket Report',
    search: caseNumber,
    bytes: whole(docketBytes),
    inCase: true,
  };
}

/** Most documents are short; briefs, plans and exhibits go beyond what a document can cost. */
function document({ random, entries }: Scene): Step {
  const long = random.chance(0.09);
  const attachment = random.chance(0.3) ? random.between(1, 9) : 0;
  return {
    ...pdf,
    kind: 'DOCUMENT',
    description: `Image${random.between(1, entries)}-${attachment}`,
    search: null,
    pages: whole(long ? random.around(48, 0.55) : random.around(3.6, 0.85)),
    inCase: true,
  };
}

function caseReport(scene: Scene, name: string, median: number): Step {
  return {
    ...html,
    kind: 'CASE_REPORT',
    description: name,
    search: scene.caseNumber,
    bytes: whole(scene.random.around(median, 0.8)),
    inCase: true,
  };
}

const noMatches = (search: string, locator: boolean): Step => ({
  ...html,
  kind: 'SEARCH',
  description: 'No matches found',
  search,
  pages: 1,
  bytes: null,
  inCase: false,
  locator,
});

function nameSearched({ random, party }: Scene): string {
  if (random.chance(0.4)) return `Name: ${party}`;
  const [last, first] = [random.pick(lastNames), random.pick(firstNames)];
  // Some screens send their fields on lines of their own.
  return random.chance(0.05) ? `Last name: ${last}\nFirst name: ${first}` : `LName: ${last}; FName: ${first}`;
}

function search(scene: Scene): Step {
  const { random } = scene;
  const asked = nameSearched(scene);
  if (random.chance(0.17)) return noMatches(asked, false);
  return {
    ...html,
    kind: 'SEARCH',
    description: 'Search',
    search: asked,
    pages: whole(random.around(1.3, 0.8)),
    bytes: null,
    inCase: false,
  };
}

const locatorSearches = [
  'All Court Types Party Search',
  'All Court Types Case Search',
  'Bankruptcy Party Search',
  'Civil Party Search',
];

export function locatorSearch(scene: Scene): Step {
  const { random } = scene;
  const asked = nameSearched(scene).replace('\n', '; ');
  if (random.chance(0.14)) return noMatches(asked, true);
  return {
    ...html,
    kind: 'SEARCH',
    description: random.pick(locatorSearches),
    search: asked,
    pages: whole(random.around(1.6, 0.9)),
    bytes: null,
    inCase: false,
    locator: true,
  };
}

function opinion({ random, entries }: Scene): Step {
  return {
    ...pdf,
    kind: 'OPINION',
    description: `Opinion ${random.between(1, entries)}`,
    search: null,
    pages: whole(random.around(14, 0.7)),
    inCase: true,
  };
}

function transcript({ random, entries }: Scene): Step {
  return {
    ...pdf,
    kind: 'TRANSCRIPT',
    description: `Transcript ${random.between(1, entries)}`,
    search: null,
    pages: whole(random.around(74, 0.75)),
    inCase: true,
  };
}

function audio({ random }: Scene): Step {
  return {
    kind: 'AUDIO',
    description: `Audio File ${random.between(1, 40)}`,
    search: null,
    format: 'AUDIO',
    pages: null,
    bytes: null,
    inCase: true,
  };
}

const reports = [
  'Cases Filed Report',
  'Docket Activity Report',
  'Calendar Events',
  'Written Opinions Report',
];

function report({ random }: Scene): Step {
  return {
    ...html,
    kind: 'NON_CASE_REPORT',
    description: random.pick(reports),
    search: random.pick([
      'Filed in the last 7 days',
      'Office: 4, Chapter: 11',
      'Today',
      'Nature of suit: 190',
    ]),
    bytes: whole(random.around(38_000, 1)),
    inCase: false,
  };
}

const claimsReports = [
  'Claims Register',
  'List of Creditors',
  'Mailing Matrix by Case',
  'Deadlines/Hearings',
];
const queries = ['Case Summary', 'Associated Cases', 'Attorney', 'Party', 'Related Transactions', 'Filers'];

const several = (random: Random, least: number, most: number, step: () => Step) =>
  Array.from({ length: random.between(least, most) }, step);

const plans: Readonly<Record<SessionPlan, (scene: Scene) => Step[]>> = {
  FOLLOW: (scene) => {
    const { random } = scene;
    const first = random.chance(0.74) ? [docket(scene)] : [];
    const beside = random.chance(0.1) ? [caseReport(scene, random.pick(queries), 5200)] : [];
    return [...first, ...beside, ...several(random, first.length ? 0 : 1, 4, () => document(scene))];
  },
  PARTY: (scene) => {
    const { random } = scene;
    const steps = several(random, 1, 3, () => search(scene));
    if (random.chance(0.55)) steps.push(caseReport(scene, random.pick(queries), 4800));
    if (random.chance(0.5)) steps.push(docket(scene));
    return steps;
  },
  LOCATOR: (scene) => {
    const steps = several(scene.random, 1, 4, () => locatorSearch(scene));
    return scene.random.chance(0.4) ? [...steps, docket(scene)] : steps;
  },
  RESEARCH: (scene) => {
    const { random } = scene;
    const steps = random.chance(0.3) ? [report(scene)] : [];
    return [...steps, ...several(random, 1, 4, () => opinion(scene))];
  },
  CLAIMS: (scene) => {
    const { random } = scene;
    const steps = several(random, 1, 2, () => caseReport(scene, random.pick(claimsReports), 26_000));
    return [...steps, ...several(random, 0, 4, () => document(scene))];
  },
  HEARING: (scene) => {
    const { random } = scene;
    return random.chance(0.45)
      ? several(random, 1, 2, () => audio(scene))
      : [docket(scene), transcript(scene)];
  },
  REPORT: (scene) => several(scene.random, 1, 2, () => report(scene)),
  TRIAL: (scene) => {
    const { random } = scene;
    const steps = random.chance(0.5) ? [docket(scene)] : [];
    if (random.chance(0.16)) steps.push(transcript(scene));
    return [...steps, ...several(random, 1, 8, () => document(scene))];
  },
  DOWNLOAD: (scene) => [
    { ...report(scene), description: 'Cases Report', search: 'Cases of the trustee', bytes: 900_000 },
  ],
};

/** What is looked at in one session, in order. */
export function stepsOf(plan: SessionPlan, scene: Scene): Step[] {
  return plans[plan](scene);
}

/** Draws what a session is for. */
export function planDrawn(sessions: Readonly<Partial<Record<SessionPlan, number>>>) {
  return weighted(Object.entries(sessions) as [SessionPlan, number][]);
}
