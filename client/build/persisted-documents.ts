import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Lays the list of our own operations beside the built client, where the server looks for it. */
export function persistedDocuments(persistedPath: string): Plugin {
  return {
    name: 'countersign:persisted-documents',
    apply: 'build',
    generateBundle() {
      const source = readFileSync(persistedPath, 'utf8');
      this.emitFile({ type: 'asset', fileName: 'persisted-documents.json', source });
    },
  };
}
