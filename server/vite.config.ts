import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The server and its commands: our own packages bundled in, libraries left to node_modules. */
export default defineConfig({
  root: here('.'),
  build: {
    ssr: true,
    outDir: here('dist'),
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: {
      // A chunk with decorators may run before the module that imports this.
      output: { banner: "import 'reflect-metadata';" },
      input: {
        main: here('src/main.ts'),
        command: here('src/run-command.ts'),
        'print-schema': here('src/print-schema.ts'),
      },
    },
  },
  ssr: { noExternal: [/^@countersign\//] },
});
