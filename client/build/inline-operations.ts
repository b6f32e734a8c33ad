import { readFileSync } from 'node:fs';
import { type DocumentNode, Kind, parse } from 'graphql';
import type { Plugin } from 'vite';

/** The call of the generated graphql() with its text. */
const call = /\bgraphql\(\s*`([^`]*)`,?\s*\)/g;

/** As JSON without the empty lists that the parser leaves everywhere. */
function toLiteral(document: DocumentNode, hash?: string): string {
  const withHash = hash ? { ...document, __meta__: { hash } } : document;
  return JSON.stringify(withHash, (_key, value) => (Array.isArray(value) && value.length === 0 ? undefined : value));
}

/**
 * Puts each operation, as the generated list of persisted documents has it, into the page that asks for it. The
 * generated module would carry every operation of the site into the first load.
 */
export function inlineOperations(persistedPath: string): Plugin {
  const byName = new Map<string, { text: string; hash: string }>();
  return {
    name: 'countersign:inline-operations',
    enforce: 'pre',
    buildStart() {
      byName.clear();
      const stored: Record<string, string> = JSON.parse(readFileSync(persistedPath, 'utf8'));
      for (const [hash, text] of Object.entries(stored)) {
        const operation = parse(text).definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
        if (operation?.name) byName.set(operation.name.value, { text, hash });
      }
    },
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || id.includes('/generated/') || !code.includes('graphql(`')) return null;
      return code.replace(call, (_whole, source: string) => {
        const [first] = parse(source).definitions;
        if (first?.kind !== Kind.OPERATION_DEFINITION) return toLiteral(parse(source, { noLocation: true }));
        const stored = byName.get(first.name?.value ?? '');
        if (!stored) return this.error(`${id}: the operation ${first.name?.value} is not generated yet: run pnpm codegen.`);
        return toLiteral(parse(stored.text, { noLocation: true }), stored.hash);
      });
    },
  };
}
