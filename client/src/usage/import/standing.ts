import type { Findings, Import } from './importQueries';
import { count, rowsText } from './words';

interface Standing extends Pick<Import, 'state' | 'failure' | 'cancelAsked'> {
  readonly mappingProblems: readonly unknown[];
  readonly findings: Pick<Findings, 'rows' | 'goodRows' | 'badRows' | 'knownRows'> | null;
  readonly batch: { readonly uses: number } | null;
}

function checked(findings: Standing['findings']): string {
  if (!findings) return 'Checked. Nothing is imported yet.';
  const { goodRows, rows, badRows } = findings;
  const bad = badRows > 0 ? ` Download the ${rowsText(badRows)} that cannot, mend and upload them.` : '';
  return `Checked: ${count(goodRows)} of ${rowsText(rows)} can be imported. Nothing is imported yet.${bad}`;
}

function imported({ batch, findings }: Standing): string {
  const uses = batch?.uses ?? 0;
  const known = findings?.knownRows ?? 0;
  const before = known > 0 ? ` ${rowsText(known)} had been known before and were not counted again.` : '';
  return `Imported: ${count(uses)} new ${uses === 1 ? 'use' : 'uses'}.${before}`;
}

/** Where an import stands and what comes next, in a sentence or two. */
export function standing(shown: Standing): string {
  const { state, findings, failure, mappingProblems, cancelAsked } = shown;
  const goesOn = cancelAsked ? 'It is being given up.' : 'You may leave this page: it goes on.';
  switch (state) {
    case 'CHECKING':
      return `The list is being checked. ${goesOn}`;
    case 'IMPORTING':
      return `The list is being imported. ${goesOn}`;
    case 'CHECKED':
      return checked(findings);
    case 'DONE':
      return imported(shown);
    case 'CANCELLED':
      return 'The import was cancelled: nothing was imported.';
    case 'FAILED':
      return failure ?? 'It failed, and nothing was imported.';
    case 'UPLOADED':
      return mappingProblems.length > 0
        ? 'Say how the list is read; then it can be checked.'
        : 'The columns are recognized. Check the list to see what would come of importing it.';
  }
}
