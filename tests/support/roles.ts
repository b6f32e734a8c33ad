import { randomUUID } from 'node:crypto';
import type { ApiAnswer, ApiClient } from './api-client';

const grantFields = `grant {
  id role from until endedAt inForce remark allowedActions
  account { accountNumber } firm { number } court { code } givenBy { accountNumber }
}
userErrors { code field message }`;

/** Asks for a role to be given; the key is new unless the input has one. */
export const roleGive = (client: ApiClient, input: Record<string, unknown>): Promise<ApiAnswer> =>
  client.query(`mutation ($input: RoleGiveInput!) { roleGive(input: $input) { ${grantFields} } }`, {
    input: { idempotencyKey: randomUUID(), ...input },
  });

/** Asks for a role to be ended; the key is new unless the input has one. */
export const roleEnd = (client: ApiClient, input: Record<string, unknown>): Promise<ApiAnswer> =>
  client.query(`mutation ($input: RoleEndInput!) { roleEnd(input: $input) { ${grantFields} } }`, {
    input: { idempotencyKey: randomUUID(), ...input },
  });

export interface GivenRole {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** Gives a role that must be given. */
export async function givenRole(client: ApiClient, input: Record<string, unknown>): Promise<GivenRole> {
  const { data, errors } = await roleGive(client, input);
  const grant = data?.roleGive?.grant;
  if (!grant) throw new Error(`Not given: ${JSON.stringify([data, errors])}`);
  return grant;
}

/** Ends a role that must be ended. */
export async function endedRole(client: ApiClient, grant: string): Promise<GivenRole> {
  const { data, errors } = await roleEnd(client, { grant });
  const ended = data?.roleEnd?.grant;
  if (!ended) throw new Error(`Not ended: ${JSON.stringify([data, errors])}`);
  return ended;
}

/** The codes and fields of a payload's user errors. */
export function userErrorsOf(
  answer: ApiAnswer,
  mutation: 'roleGive' | 'roleEnd',
): [string, string[] | null][] {
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  const { grant, userErrors } = answer.data[mutation];
  if (userErrors.length > 0 && grant !== null) throw new Error('Refused, and yet there is a grant.');
  return userErrors.map((fault: { code: string; field: string[] | null }) => [fault.code, fault.field]);
}

/** People of the demonstration by number. */
export const people = {
  operator: '2000001',
  firmAdministrator: '2000002',
  otherFirmAdministrator: '2000003',
  clerk: '2000004',
  otherClerk: '2000005',
  attorney: '2000006',
  legacy: '2000007',
} as const;

export const firms = { hawthorne: '1000001', lindqvist: '1000002' } as const;
