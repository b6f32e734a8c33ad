/** A fault of the surroundings that a person can mend: its message is one sentence that says how. */
export class StartFault extends Error {}
