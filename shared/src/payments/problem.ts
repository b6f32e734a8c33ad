/** What is wrong with something typed: a sentence that says how to mend it, or null. */
export type Problem = string | null;
