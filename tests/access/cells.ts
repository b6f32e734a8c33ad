import { type Caller, callers } from './callers';

/**
 * What comes of asking for a field: a value, null, an empty list, refusals the person can mend, or an error's code.
 * UNREACHABLE: the way to the object ends before it, in a null or an error that stands in the row of that field.
 */
export type Outcome =
  | 'VALUE'
  | 'NULL'
  | 'EMPTY'
  | 'USER_ERROR'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'UNREACHABLE';

export type Cells = Readonly<Record<Caller, Outcome>>;

/** The cells of each way to the object (ways.ts). */
export type Row = Readonly<Record<string, Cells>>;

export const cells = (outcome: (caller: Caller) => Outcome): Cells =>
  Object.fromEntries(callers.map((caller) => [caller, outcome(caller)])) as Record<Caller, Outcome>;

/** Who comes to an object at all; the outcome is theirs. */
export const reach =
  (...who: readonly Caller[]) =>
  (outcome: Outcome): Cells =>
    cells((caller) => (who.includes(caller) ? outcome : 'UNREACHABLE'));

export const signedInCallers = callers.filter((caller) => caller !== 'anonymous');

export const everyone = reach(...callers);
export const signedIn = reach(...signedInCallers);
export const atFirm = reach('administrator', 'operator');
export const atOtherFirm = reach('otherAdministrator', 'operator');
export const atCourt = reach('clerk', 'operator');
export const operators = reach('operator');

/** A root field that those named get a value from; others get nothing, as if it did not exist. */
export const found = (...who: readonly Caller[]): Cells =>
  cells((caller) => (who.includes(caller) ? 'VALUE' : 'NULL'));
/** The same where a visitor is asked to sign in. */
export const foundBy = (...who: readonly Caller[]): Cells => ({
  ...found(...who),
  anonymous: 'UNAUTHENTICATED',
});
export const operatorOnly: Cells = {
  ...cells(() => 'FORBIDDEN'),
  anonymous: 'UNAUTHENTICATED',
  operator: 'VALUE',
};

/** The same ways and callers, where there is nothing to see. */
export function nothing(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([way, of]): [string, Cells] => [
      way,
      cells((caller) => (of[caller] === 'VALUE' ? 'NULL' : of[caller])),
    ]),
  );
}
