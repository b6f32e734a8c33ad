import { readFileSync } from 'node:fs';
import { type DocumentNode, Kind, parse } from 'graphql';
import type { Plugin } from 'vite';

/** The stored text of each operation by its hash, as the code generator writes it. */
export type StoredOperations = Readonly<Record<string, string>>;

/** The call of the generated graphql() with its text. */
const call = /\bgraphql\(\s*`([^`]*)`,?\s*\)/g;

function nameOf(document: DocumentNode): string | undefined {
  return document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION)?.name?.value;
}

/** As JSON without the empty lists that the parser leaves everywhere. */
function toLiteral(document: DocumentNode, hash?: string): string {
  const withHash = hash ? { ...document, __meta__: { hash } } : document;
  return JSON.stringify(withHash, (_key, value) =>
    Array.isArray(value) && value.length === 0 ? undefined : value,
  );
}

/** Puts the stored operations into a page's code, in the place of the calls that name them. */
export function inlineInto(code: string, stored: StoredOperations): string {
  return code.replace(call, (_whole, source: string) => {
    const written = parse(source, { noLocation: true });
    const name = nameOf(written);
    if (!name) return toLiteral(written);
    for (const [hash, text] of Object.entries(stored)) {
      const document = parse(text, { noLocation: true });
      if (nameOf(document) === name) return toLiteral(document, hash);
    }
    throw new Error(`The operation ${name} is not generated yet: run pnpm codegen.`);
  });
}

/**
 * Gives each page the operation that it asks for, from the generated list of persisted documents. The generated
 * module would carry every operation of the site into the first load.
 */
export function inlineOperations(persistedPath: string): Plugin {
  return {
    name: 'countersign:inline-operations',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || id.includes('/generated/') || !code.includes('graphql(`')) return null;
      this.addWatchFile(persistedPath);
      return inlineInto(code, JSON.parse(readFileSync(persistedPath, 'utf8')));
    },
  };
}
