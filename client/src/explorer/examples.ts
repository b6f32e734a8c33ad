const roles = {
  anonymous: { label: 'Anyone', hint: 'These work without signing in.' },
  'account-holder': { label: 'Account holder', hint: 'Sign in as anybody.' },
  'firm-administrator': { label: 'Firm administrator', hint: 'Sign in as the administrator of a firm.' },
  clerk: { label: 'Clerk', hint: 'Sign in as a clerk of a court.' },
  operator: { label: 'Operator', hint: 'Sign in as an operator of the site.' },
} as const;

export type ExampleRole = keyof typeof roles;

export const roleNames = Object.keys(roles) as ExampleRole[];
export const roleInfo = roles;

export interface Example {
  /** Role and file name, as in "clerk/own-courts". */
  readonly id: string;
  readonly role: ExampleRole;
  readonly title: string;
  readonly explanation: string;
  readonly query: string;
  readonly variables?: string;
}

/** Reads one example: a title and an explanation as comments, then the operation. */
export function readExample(path: string, query: string, variables?: string): Example {
  const [, role, name] = /([^/]+)\/([^/]+)\.graphql$/.exec(path) ?? [];
  const known = roleNames.find((one) => one === role);
  const [title, explanation] = query.split('\n').map((line) => /^# (.+)$/.exec(line)?.[1]);
  if (!known || !title || !explanation) throw new Error(`${path} is not an example: see the others.`);
  return { id: `${known}/${name}`, role: known, title, explanation, query, variables };
}
