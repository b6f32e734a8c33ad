import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

interface Budget {
  /** The page whose first load is measured. */
  page: string;
  /** Kilobytes after gzip. */
  js: number;
  css: number;
}

type Bundle = Rolldown.OutputBundle;

/** The entry of a page with everything that it loads before it runs. */
function firstLoad(
  bundle: Bundle,
  name: string,
  seen = new Set<Rolldown.OutputChunk>(),
): Set<Rolldown.OutputChunk> {
  const chunk = bundle[name];
  if (chunk?.type !== 'chunk' || seen.has(chunk)) return seen;
  seen.add(chunk);
  for (const next of chunk.imports) firstLoad(bundle, next, seen);
  return seen;
}

const kilobytes = (texts: (string | Uint8Array)[]) =>
  texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0) / 1000;

/** Fails the build when the first page of a visit costs more than was agreed. */
export function firstLoadBudget(budget: Budget): Plugin {
  return {
    name: 'countersign:first-load-budget',
    apply: 'build',
    enforce: 'post',
    writeBundle(_options, bundle) {
      const entry = Object.values(bundle).find(
        (one) => one.type === 'chunk' && one.isEntry && one.name === budget.page,
      );
      if (!entry) return this.error(`No entry is named ${budget.page}.`);
      const chunks = [...firstLoad(bundle, entry.fileName)];
      const sheets = new Set(chunks.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]));
      const styles = [...sheets].flatMap((name) => {
        const sheet = bundle[name];
        return sheet?.type === 'asset' ? [sheet.source] : [];
      });
      const used = { js: kilobytes(chunks.map((chunk) => chunk.code)), css: kilobytes(styles) };
      const said = (['js', 'css'] as const)
        .map((kind) => `${kind} ${used[kind].toFixed(1)} of ${budget[kind]} KB`)
        .join(', ');
      // Past any log level: the figures belong to every build.
      process.stdout.write(`First load after gzip: ${said}.\n`);
      if (used.js > budget.js || used.css > budget.css) {
        this.error(`The first load is over its budget: ${said}. Load later what is not needed at once.`);
      }
    },
  };
}
