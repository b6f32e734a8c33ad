import { paths } from '../app/paths';
import type { UsageQuery } from '../app/usageQuery';

/** Where the figures of a dashboard and the names in it lead. */
export interface UsageLinks {
  /** What a figure is made of; what the whole page is about need not be said. */
  readonly transactions: (uses: UsageQuery) => string;
  readonly person?: (account: string) => string;
  readonly court?: (code: string) => string;
  readonly client?: (code: string) => string;
  /** The list of all of a dimension, by its word. */
  readonly all?: (dimension: string) => string;
}

/** Browsers take these for steps up, so that no address can end with them. */
const isStep = (code: string) => code === '.' || code === '..';

/** The links of a firm’s page that is about some of its uses. */
export function firmLinks(number: string, of: UsageQuery): UsageLinks {
  const { quarter } = of;
  const transactions = (uses: UsageQuery) => paths.firmTransactions(number, { ...of, ...uses });
  return {
    transactions,
    all: (dimension) => paths.firmSpend(number, dimension, { quarter }),
    person: (account) => paths.firmPerson(number, account, { quarter }),
    court: (code) => paths.firmCourt(number, code, { quarter }),
    client: (code) =>
      isStep(code) ? transactions({ client: code }) : paths.firmClient(number, code, { quarter }),
  };
}

/** The links of a person’s own page. */
export const ownLinks = (of: UsageQuery): UsageLinks => ({
  transactions: (uses) => paths.accountTransactions({ ...of, ...uses }),
});
