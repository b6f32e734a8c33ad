import type { UsageQuery } from '../app/usageQuery';
import type { UsageDimension, UseFilter } from '../generated/graphql';
import type { Apart } from './dashboardVariables';

/** One side from which a firm’s usage is looked at. */
export interface Side extends Apart {
  readonly dimension: UsageDimension;
  /** What it is called before its name. */
  readonly lead: string;
  readonly filterOf: (key: string) => UseFilter;
  /** The same in the words of an address. */
  readonly usesOf: (key: string) => UsageQuery;
}

const all = { people: true, courts: true, clients: true };

export const personSide: Side = {
  ...all,
  people: false,
  dimension: 'ACCOUNT',
  lead: 'What this person spent while the firm answered for the account',
  filterOf: (account) => ({ account: [account] }),
  usesOf: (account) => ({ person: account }),
};

export const courtSide: Side = {
  ...all,
  courts: false,
  dimension: 'COURT',
  lead: 'What was spent at this court',
  filterOf: (court) => ({ court: [court] }),
  usesOf: (court) => ({ court }),
};

export const clientSide: Side = {
  ...all,
  clients: false,
  dimension: 'CLIENT_CODE',
  lead: 'What was spent for this client code',
  filterOf: (code) => ({ clientCode: [code] }),
  usesOf: (code) => ({ client: code }),
};
