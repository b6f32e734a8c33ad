import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds what benchmarks run beside the server, whose libraries it uses. */
export default defineConfig({
  root: here('../../server'),
  build: {
    ssr: true,
    outDir: here('../../server/dist/load'),
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: {
      output: { banner: "import 'reflect-metadata';" },
      input: { 'floor-server': here('floor-server.ts') },
    },
  },
  ssr: { noExternal: [/^@countersign\//] },
});
