import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { explorerAddress } from './build/explorer-address';
import { inlineOperations } from './build/inline-operations';
import { persistedDocuments } from './build/persisted-documents';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const persistedPath = here('src/generated/persisted-documents.json');
const api = `http://localhost:${process.env.PORT ?? 4000}`;

export default defineConfig({
  root: here('.'),
  plugins: [react(), inlineOperations(persistedPath), persistedDocuments(persistedPath), explorerAddress()],
  // The server puts a nonce of its own in the place of this word in each response.
  html: { cspNonce: '__CSP_NONCE__' },
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    // Small files stay files: the policy allows no data: fonts.
    assetsInlineLimit: 0,
    rolldownOptions: { input: { app: here('index.html'), explorer: here('explorer.html') } },
  },
  server: { proxy: { '/graphql': api, '/schema.graphql': api } },
});
