import type { Linkage } from '../../firms/payer';
import { usernameKey } from '../../signin/username';
import { remembered } from './remembered';
import { type RowProblem, rowProblem } from './row-problem';
import type { UploadedUse } from './uploaded-use';

/** An account that a payer answers or answered for: linked to the firm, or the person's own. */
export interface AnsweredAccount {
  readonly accountId: string;
  readonly accountNumber: number;
  /** The username in its compared form; null where it has none. */
  readonly usernameKey: string | null;
  /** For a firm the intervals with it, for a person those with any firm. */
  readonly linkages: readonly Linkage[];
}

/** Whose use it was, and the cost center it goes to in the payer's books. */
export type Whose =
  | { readonly ok: true; readonly account: AnsweredAccount; readonly costCenter: string }
  | { readonly ok: false; readonly problem: RowProblem };

/** A stretch of time in which the payer answers, in milliseconds; `until` is the first that is no longer in it. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly costCenter: string;
}

function ofFirm(linkages: readonly Linkage[]): Stretch[] {
  return linkages.map(({ startsAt, endsAt, costCenter }) => ({
    from: startsAt.getTime(),
    until: endsAt?.getTime() ?? Number.POSITIVE_INFINITY,
    costCenter,
  }));
}

/** What firms leave over. */
function ofPerson(linkages: readonly Linkage[]): Stretch[] {
  const taken = ofFirm(linkages).sort((a, b) => a.from - b.from);
  const borders = [
    Number.NEGATIVE_INFINITY,
    ...taken.flatMap(({ from, until }) => [from, until]),
    Number.POSITIVE_INFINITY,
  ];
  const left: Stretch[] = [];
  for (let i = 0; i < borders.length; i += 2) {
    const [from = 0, until = 0] = borders.slice(i, i + 2);
    if (from < until) left.push({ from, until, costCenter: '' });
  }
  return left;
}

const unknownAccount = {
  firm: 'No such account was ever linked to the firm; correct it, or have the account linked first.',
  account: 'This is not the account the import is for; leave the row out, or correct it.',
};
const notLinked = {
  firm: 'The account was not linked to the firm at that time, so the use is not the firm’s; leave the row out.',
  account: 'A firm answered for the account at that time, so the use is the firm’s; leave the row out.',
};

/** Finds whose a use was among the accounts a payer answers for; one that was another payer's at its instant is refused. */
export function whoseFinder(
  payer: 'firm' | 'account',
  accounts: readonly AnsweredAccount[],
): (use: UploadedUse) => Whose {
  const known = accounts.map((account) => ({
    account,
    stretches: payer === 'firm' ? ofFirm(account.linkages) : ofPerson(account.linkages),
  }));
  const byNumber = new Map(known.map((one) => [one.account.accountNumber, one]));
  const byUsername = new Map(known.map((one) => [one.account.usernameKey, one]));
  const ofLogin = remembered((login) => ({ one: byUsername.get(usernameKey(login)) }));

  return ({ accountNumber, loginId, costCenter, instant }) => {
    const one = accountNumber === null ? ofLogin(loginId ?? '').one : byNumber.get(accountNumber);
    const column = accountNumber === null ? 'loginId' : 'accountNumber';
    const named = String(accountNumber ?? loginId);
    if (one === undefined)
      return { ok: false, problem: rowProblem('UNKNOWN_ACCOUNT', column, named, unknownAccount[payer]) };
    const stretch = one.stretches.find(({ from, until }) => from <= instant && instant < until);
    if (stretch === undefined)
      return { ok: false, problem: rowProblem('NOT_LINKED', column, named, notLinked[payer]) };
    return { ok: true, account: one.account, costCenter: costCenter ?? stretch.costCenter };
  };
}
