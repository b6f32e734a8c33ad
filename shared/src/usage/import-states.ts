/** Where an import stands on its way from an upload to a batch of uses. */
export const importStates = [
  'UPLOADED',
  'CHECKING',
  'CHECKED',
  'IMPORTING',
  'DONE',
  'CANCELLED',
  'FAILED',
] as const;

export type ImportState = (typeof importStates)[number];

/** What happens to an import: the first three are asked for, the others are how the work ends. */
export const importEvents = ['MAP', 'CHECK', 'RUN', 'CHECKED', 'IMPORTED', 'CANCELLED', 'FAILED'] as const;

export type ImportEvent = (typeof importEvents)[number];

type Moves = Partial<Record<ImportState, ImportState>>;

/** From each state in which nothing is going on and nothing was imported. */
const fromRest = (to: ImportState): Moves => ({ UPLOADED: to, CHECKED: to, CANCELLED: to, FAILED: to });

/** Every move there is. Another mapping makes what a check found worthless; a check that is cancelled leaves the upload. */
export const importMoves: Readonly<Record<ImportEvent, Readonly<Moves>>> = {
  MAP: fromRest('UPLOADED'),
  CHECK: fromRest('CHECKING'),
  RUN: fromRest('IMPORTING'),
  CHECKED: { CHECKING: 'CHECKED' },
  IMPORTED: { IMPORTING: 'DONE' },
  CANCELLED: { CHECKING: 'UPLOADED', IMPORTING: 'CANCELLED' },
  FAILED: { CHECKING: 'FAILED', IMPORTING: 'FAILED' },
};

/** The state an event leads to; null where it cannot happen. */
export function importStateAfter(state: ImportState, event: ImportEvent): ImportState | null {
  return importMoves[event][state] ?? null;
}

/** Whether a job works on it. */
export function isUnderWay(state: ImportState): boolean {
  return state === 'CHECKING' || state === 'IMPORTING';
}

export const importActions = ['MAP', 'CHECK', 'RUN', 'CANCEL', 'DISCARD'] as const;

/** What a person can do with an import. */
export type ImportAction = (typeof importActions)[number];

/** Whether something can be done in a state. What was imported is never discarded: it is where its uses came from. */
export function isImportActionAllowed(state: ImportState, action: ImportAction): boolean {
  if (action === 'CANCEL') return isUnderWay(state);
  if (action === 'DISCARD') return !isUnderWay(state) && state !== 'DONE';
  return importStateAfter(state, action) !== null;
}
