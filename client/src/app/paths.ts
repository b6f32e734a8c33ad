import { type UsageQuery, usageQuery } from './usageQuery';

/** One part of an address. A route's own placeholder (":code") stays as it is. */
const part = (value: string) => (/^:\w+$/.test(value) ? value : encodeURIComponent(value));

const withQuery = (path: string, query: Record<string, string | undefined>) => {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value ? [[name, value]] : [],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
};

const withUses = (path: string, uses: UsageQuery) => {
  const query = usageQuery(uses).toString();
  return query === '' ? path : `${path}?${query}`;
};

/** Every address of the site. Links and routes are made here and nowhere else. */
export const paths = {
  home: () => '/',
  help: () => '/help',
  signIn: (next?: string) => withQuery('/sign-in', { next }),
  courts: (search?: string) => withQuery('/courts', { search }),
  court: (code: string) => `/courts/${part(code)}`,
  account: () => '/account',
  accountUsage: (uses: UsageQuery = {}) => withUses('/account/usage', uses),
  accountTransactions: (uses: UsageQuery = {}) => withUses('/account/usage/transactions', uses),
  accountCodeChanges: () => '/account/usage/code-changes',
  accountImports: () => '/account/imports',
  accountImportNew: () => '/account/imports/new',
  accountImport: (id: string) => `/account/imports/${part(id)}`,
  firms: () => '/firm',
  firm: (number: string, uses: UsageQuery = {}) => withUses(`/firm/${part(number)}`, uses),
  firmTransactions: (number: string, uses: UsageQuery = {}) =>
    withUses(`/firm/${part(number)}/transactions`, uses),
  firmSpend: (number: string, dimension: string, uses: UsageQuery = {}) =>
    withUses(`/firm/${part(number)}/spend/${part(dimension)}`, uses),
  firmPerson: (number: string, account: string, uses: UsageQuery = {}) =>
    withUses(`/firm/${part(number)}/people/${part(account)}`, uses),
  firmCourt: (number: string, code: string, uses: UsageQuery = {}) =>
    withUses(`/firm/${part(number)}/courts/${part(code)}`, uses),
  firmClient: (number: string, code: string, uses: UsageQuery = {}) =>
    withUses(`/firm/${part(number)}/clients/${part(code)}`, uses),
  firmPeople: (number: string) => `/firm/${part(number)}/people`,
  firmCodeChanges: (number: string) => `/firm/${part(number)}/code-changes`,
  firmImports: (number: string) => `/firm/${part(number)}/imports`,
  firmImportNew: (number: string) => `/firm/${part(number)}/imports/new`,
  firmImport: (number: string, id: string) => `/firm/${part(number)}/imports/${part(id)}`,
  firmAbout: (number: string) => `/firm/${part(number)}/about`,
  clerk: () => '/clerk',
  clerkCourt: (code: string) => `/clerk/${part(code)}`,
  operatorAccounts: (search?: string) => withQuery('/operator/accounts', { search }),
  operatorAccount: (number: string) => `/operator/accounts/${part(number)}`,
  operatorRoleGive: (number: string) => `/operator/accounts/${part(number)}/roles/new`,
  operatorRoleEnd: (number: string, grant: string) =>
    `/operator/accounts/${part(number)}/roles/${part(grant)}/end`,
  operatorRoles: () => '/operator/roles',
  operatorFirms: () => '/operator/firms',
  operatorFirmNew: () => '/operator/firms/new',
  operatorFirm: (number: string) => `/operator/firms/${part(number)}`,
  operatorLinkageSet: (number: string) => `/operator/firms/${part(number)}/linkages/new`,
  operatorLinkageCorrect: (number: string, linkage: string) =>
    `/operator/firms/${part(number)}/linkages/${part(linkage)}/correct`,
  operatorLinkageRemove: (number: string, linkage: string) =>
    `/operator/firms/${part(number)}/linkages/${part(linkage)}/remove`,
  outbox: () => '/outbox',
  outboxMail: (mail: string) => `/outbox/${part(mail)}`,
  explorer: (example?: string) => withQuery('/explorer', { example }),
  schema: () => '/schema.graphql',
};

/** Files that the server makes when they are asked for. */
export const filePaths = {
  usesExport: (payer: string, query: string) => `/export/usage/${part(payer)}?${query}`,
};
