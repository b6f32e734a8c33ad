import { useKindLabels } from '@countersign/shared/usage/use';
import type { UsageQuery } from '../app/usageQuery';
import type { GroupSumsFragment, UsageDimension } from '../generated/graphql';
import type { UsageLinks } from './usageLinks';

type Named = Pick<GroupSumsFragment, 'account' | 'court' | 'clientCode'>;

/** How the groups of one dimension are called, and where they lead. */
export interface Dimension<Group = GroupSumsFragment> {
  readonly dimension: UsageDimension;
  /** As it stands in an address. */
  readonly word: string;
  readonly title: string;
  /** One and many of them. */
  readonly noun: readonly [string, string];
  /** What is in the first column. */
  readonly head: string;
  readonly nameOf: (group: Group) => string;
  /** Its uses, in the words of an address. */
  readonly usesOf: (group: Group) => UsageQuery;
  /** The page about it, where it has one. */
  readonly pageOf?: (group: Group, links: UsageLinks) => string | undefined;
}

export const people: Dimension<Pick<Named, 'account'>> = {
  dimension: 'ACCOUNT',
  word: 'people',
  noun: ['person', 'persons'],
  title: 'By person',
  head: 'Person',
  nameOf: ({ account }) => account?.name.full ?? 'Somebody who is no longer yours to see',
  usesOf: ({ account }) => ({ person: account?.accountNumber ?? '' }),
  pageOf: ({ account }, { person }) => (account ? person?.(account.accountNumber) : undefined),
};

export const courts: Dimension<Pick<Named, 'court'>> = {
  dimension: 'COURT',
  word: 'courts',
  noun: ['court', 'courts'],
  title: 'By court',
  head: 'Court',
  nameOf: ({ court }) => court?.title ?? 'No court (case locator, service center)',
  usesOf: ({ court }) => ({ court: court?.code ?? '' }),
  pageOf: ({ court }, links) => (court ? links.court?.(court.code) : undefined),
};

export const clients: Dimension<Pick<Named, 'clientCode'>> = {
  dimension: 'CLIENT_CODE',
  word: 'clients',
  noun: ['client code', 'client codes'],
  title: 'By client code',
  head: 'Client code',
  nameOf: ({ clientCode }) => clientCode ?? 'No client code',
  usesOf: ({ clientCode }) => ({ client: clientCode ?? '' }),
  pageOf: ({ clientCode }, { client }) => (clientCode ? client?.(clientCode) : undefined),
};

export const costCenters: Dimension = {
  dimension: 'COST_CENTER',
  word: 'cost-centers',
  noun: ['cost center', 'cost centers'],
  title: 'By cost center',
  head: 'Cost center',
  nameOf: ({ costCenter }) => costCenter ?? 'No cost center',
  usesOf: ({ costCenter }) => ({ costCenter: costCenter ?? '' }),
};

export const kinds: Dimension = {
  dimension: 'KIND',
  word: 'kinds',
  noun: ['kind', 'kinds'],
  title: 'By kind',
  head: 'Kind',
  nameOf: ({ kind }) => (kind ? useKindLabels[kind] : 'Unknown'),
  usesOf: ({ kind }) => ({ kind: kind ?? '' }),
};

export const dimensionsByWord = new Map<string, Dimension>(
  [people, courts, clients, costCenters, kinds].map((one) => [one.word, one]),
);
