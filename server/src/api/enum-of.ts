/** An enum object of a list of words, as registerEnumType wants it. */
export const enumOf = <T extends string>(words: readonly T[]) =>
  Object.fromEntries(words.map((word) => [word, word])) as { [K in T]: K };
