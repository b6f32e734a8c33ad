import { type Quarter, quarterWord } from '@countersign/shared/usage/quarter';
import type { UseFilter } from '../generated/graphql';
import { daysNeeded } from './spendPeriods';

/** Which of the things that tell usage apart do: what a page is about does not. */
export interface Apart {
  readonly people: boolean;
  readonly courts: boolean;
  readonly clients: boolean;
}

/** What the parts of a dashboard are asked with: a quarter’s uses, or those of it that a filter finds. */
export function dashboardVariables(quarter: Quarter, of: UseFilter, { people, courts, clients }: Apart) {
  const { days, months } = daysNeeded(quarter);
  return {
    quarter: quarterWord(quarter),
    shown: { ...of, quarter: quarterWord(quarter) },
    days: { ...of, ...days },
    months: { ...of, ...months },
    people,
    courts,
    clients,
  };
}
