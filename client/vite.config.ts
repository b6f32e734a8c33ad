import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { explorerAddress } from './build/explorer-address.ts';
import { firstLoadBudget } from './build/first-load-budget.ts';
import { inlineOperations } from './build/inline-operations.ts';
import { persistedDocuments } from './build/persisted-documents.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const persistedPath = here('src/generated/persisted-documents.json');
const api = `http://localhost:${process.env.API_PORT ?? 4000}`;

export default defineConfig({
  root: here('.'),
  plugins: [
    react(),
    inlineOperations(persistedPath),
    persistedDocuments(persistedPath),
    firstLoadBudget({ page: 'app', js: 250, css: 40 }),
    explorerAddress(),
  ],
  // The server puts a nonce of its own in the place of this word in each response.
  html: { cspNonce: '__CSP_NONCE__' },
  worker: { format: 'es' },
  optimizeDeps: {
    // They import workers in Vite's own way, which its optimizer cannot follow…
    exclude: ['graphiql/setup-workers/vite', '@graphiql/react/setup-workers/vite'],
    // …but what the workers import is CommonJS and needs it.
    include: [
      'graphql',
      '@graphiql/react > monaco-graphql > graphql-language-service',
      '@graphiql/react > monaco-graphql > picomatch-browser',
    ],
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Small files stay files: the policy allows no data: fonts.
    assetsInlineLimit: 0,
    // Monaco, in the explorer alone; the app's own limit is the budget above.
    chunkSizeWarningLimit: 3000,
    rolldownOptions: { input: { app: here('index.html'), explorer: here('explorer.html') } },
  },
  server: { proxy: { '/graphql': api, '/schema.graphql': api, '/export': api, '/live': api } },
});
