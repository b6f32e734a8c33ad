import { randomUUID } from 'node:crypto';
import type { ApiAnswer, ApiClient } from './api-client';

const changeFields = `change {
  id number clientCode at filter uses charge { cents } undoneAt givenBack kept allowedActions
  assignedBy { accountNumber } undoneBy { accountNumber }
}
userErrors { code field message }`;

/** Asks for a client code to be given to uses; the key is new unless the input has one. */
export const codeAssign = (client: ApiClient, input: Record<string, unknown>): Promise<ApiAnswer> =>
  client.query(
    `mutation ($input: UsageCodeAssignInput!) { usageCodeAssign(input: $input) { ${changeFields} } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
  );

/** Asks for a change of client codes to be undone. */
export const codeUndo = (client: ApiClient, input: Record<string, unknown>): Promise<ApiAnswer> =>
  client.query(
    `mutation ($input: UsageCodeUndoInput!) { usageCodeUndo(input: $input) { ${changeFields} } }`,
    {
      input: { idempotencyKey: randomUUID(), ...input },
    },
  );

export interface CodeChange {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** Gives uses a client code that must be given. */
export async function codeAssigned(client: ApiClient, input: Record<string, unknown>): Promise<CodeChange> {
  const { data, errors } = await codeAssign(client, input);
  const change = data?.usageCodeAssign?.change;
  if (!change) throw new Error(`Not given: ${JSON.stringify([data, errors])}`);
  return change;
}

/** The codes and fields of a payload's user errors. */
export function refusalOfCodes(answer: ApiAnswer): [string, string | undefined][] {
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  const [payload] = Object.values<{ userErrors: { code: string; field: string[] | null }[] }>(answer.data);
  return (payload?.userErrors ?? []).map(({ code, field }) => [code, field?.[1]]);
}
