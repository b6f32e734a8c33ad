/** One part of an address. A route's own placeholder (":code") stays as it is. */
const part = (value: string) => (value.startsWith(':') ? value : encodeURIComponent(value));

const withQuery = (path: string, query: Record<string, string | undefined>) => {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value ? [[name, value]] : [],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
};

/** Every address of the site. Links and routes are made here and nowhere else. */
export const paths = {
  home: () => '/',
  help: () => '/help',
  signIn: (next?: string) => withQuery('/sign-in', { next }),
  courts: (search?: string) => withQuery('/courts', { search }),
  court: (code: string) => `/courts/${part(code)}`,
  account: () => '/account',
  firms: () => '/firm',
  firm: (number: string) => `/firm/${part(number)}`,
  clerk: () => '/clerk',
  clerkCourt: (code: string) => `/clerk/${part(code)}`,
  operatorAccounts: (search?: string) => withQuery('/operator/accounts', { search }),
  operatorAccount: (number: string) => `/operator/accounts/${part(number)}`,
  operatorRoleGive: (number: string) => `/operator/accounts/${part(number)}/roles/new`,
  operatorRoleEnd: (number: string, grant: string) =>
    `/operator/accounts/${part(number)}/roles/${part(grant)}/end`,
  operatorRoles: () => '/operator/roles',
  operatorFirms: () => '/operator/firms',
  outbox: () => '/outbox',
  outboxMail: (mail: string) => `/outbox/${part(mail)}`,
  explorer: (example?: string) => withQuery('/explorer', { example }),
  schema: () => '/schema.graphql',
};
