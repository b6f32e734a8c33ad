import { randomUUID } from 'node:crypto';
import type { ApiAnswer, ApiClient } from './api-client';
import { plainSql } from './sql';
import type { TestDatabase } from './test-database';

const linkageFields = `linkage {
  id from until inForce costCenter remark setAt version allowedActions
  account { accountNumber } firm { number } setBy { accountNumber }
}
movedUses movedCharge { cents }
userErrors { code field message }`;

/** Takes the demonstration's intervals away, for a test that sets its own. */
export async function withoutLinkages({ superuserUrl }: TestDatabase): Promise<void> {
  const sql = plainSql(superuserUrl);
  await sql`truncate linkages`;
  await sql.end();
}

type Input = Record<string, unknown>;

const ask = (name: string, fields: string) => (client: ApiClient, input: Input) =>
  client.query(
    `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
  );

/** The mutations of firms and intervals; the key is new unless the input has one. */
export const firmCreate = ask(
  'firmCreate',
  'firm { id number name createdAt } userErrors { code field message }',
);
export const linkageSet = ask('linkageSet', linkageFields);
export const linkageCorrect = ask('linkageCorrect', linkageFields);
export const linkageRemove = ask(
  'linkageRemove',
  'removedLinkage movedUses movedCharge { cents } userErrors { code field message }',
);

export const linkagePreview = (client: ApiClient, input: Input): Promise<ApiAnswer> =>
  client.query(
    `query ($input: LinkagePreviewInput!) { linkagePreview(input: $input) {
      handOvers { from until uses charge { cents } fromCostCenter toCostCenter
        fromPayer { ...payer } toPayer { ...payer } }
      movedUses movedCharge { cents }
      userErrors { code field message }
    } }
    fragment payer on Payer { ... on Firm { number } ... on Account { accountNumber } }`,
    { input },
  );

export interface SetLinkage {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

/** Sets an interval that must be set. */
export async function linked(client: ApiClient, input: Input): Promise<SetLinkage> {
  const { data, errors } = await linkageSet(client, input);
  const linkage = data?.linkageSet?.linkage;
  if (!linkage) throw new Error(`Not set: ${JSON.stringify([data, errors])}`);
  return linkage;
}

/** Corrects an interval that must be corrected; the version is the one it has. */
export async function correctedTo(client: ApiClient, linkage: SetLinkage, input: Input): Promise<SetLinkage> {
  const { data, errors } = await linkageCorrect(client, {
    linkage: linkage.id,
    expectedVersion: linkage.version,
    ...input,
  });
  const corrected = data?.linkageCorrect?.linkage;
  if (!corrected) throw new Error(`Not corrected: ${JSON.stringify([data, errors])}`);
  return corrected;
}

/** The codes and fields of a payload's user errors. */
export function refusalsOf(answer: ApiAnswer): [string, string[] | null][] {
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  const [payload] = Object.values(answer.data) as {
    userErrors: { code: string; field: string[] | null }[];
  }[];
  return (payload?.userErrors ?? []).map(({ code, field }) => [code, field]);
}
