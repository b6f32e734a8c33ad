import { newClientCodeProblem } from '@countersign/shared/usage/import/client-code';
import { refused } from '../../platform/refusal';

/** The code that uses are to be given, as it is kept; '' takes theirs away. */
export function codeToGive(wanted: string | null | undefined): string {
  const code = wanted?.trim() ?? '';
  const problem = newClientCodeProblem(code);
  if (problem) throw refused('INVALID', 'clientCode', problem.message);
  return code;
}
