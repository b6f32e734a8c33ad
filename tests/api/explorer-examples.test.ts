import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@countersign/server/platform/project-root';
import { Kind, OperationTypeNode, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../support/api-client';
import { codeAssigned } from '../support/client-codes';
import { done, upload } from '../support/imports';
import { linked } from '../support/linkages';
import { firms, givenRole, people } from '../support/roles';
import { keptView } from '../support/saved-views';
import { plainSql } from '../support/sql';
import { openTestSite, type TestSite } from '../support/test-site';
import { addUses, keysByNumber } from '../support/usage';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
  await addUncodedUses();
});
afterAll(() => site.close());

/** What the firm's examples are about. */
async function addUncodedUses(): Promise<void> {
  const sql = plainSql(site.db.superuserUrl);
  const keyOf = await keysByNumber(sql);
  const [payerId, accountId] = [keyOf(firms.hawthorne), keyOf(people.firmAdministrator)];
  await addUses(sql, [{ payerId, accountId, at: '2026-05-04T15:00:00Z' }]);
  await sql.end();
}

const folder = join(projectRoot, 'client', 'src', 'explorer', 'examples');

/** Whom of the demonstration the explorer has in mind with each set. */
const personOf: Record<string, string | null> = {
  anonymous: null,
  'account-holder': 'attorney.demo',
  'firm-administrator': 'firmadmin.demo',
  clerk: 'clerk.mowd',
  operator: 'operator.demo',
};

interface Example {
  readonly name: string;
  readonly role: string;
  readonly query: string;
  readonly variables: string;
}

const examples: Example[] = readdirSync(folder).flatMap((role) =>
  readdirSync(join(folder, role))
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => {
      const path = join(folder, role, file);
      const variables = path.replace(/\.graphql$/, '.json');
      return {
        name: `${role}/${file}`,
        role,
        query: readFileSync(path, 'utf8'),
        variables: existsSync(variables) ? readFileSync(variables, 'utf8') : '{}',
      };
    }),
);

let years = 2009;
let views = 0;

/** A list as the examples of imports have it in mind. */
const list = 'Account Number,Date,Court,Type,Charge\n2000006,2026-01-31,mowd,Document,0.30\n';

/** What an example cannot know before: the reader puts it in. */
async function filledIn(variables: string): Promise<Record<string, unknown>> {
  let text = variables;
  if (text.includes('GLOBAL_ID_OF_A_ROLE')) {
    const operator = await site.signedIn('operator.demo');
    const { id } = await givenRole(operator, { account: people.legacy, role: 'CLERK', court: 'mowd' });
    text = text.replace('GLOBAL_ID_OF_A_ROLE', id);
  }
  if (text.includes('GLOBAL_ID_OF_A_CODE_CHANGE')) {
    const administrator = await site.signedIn('firmadmin.demo');
    const wish = { payer: firms.hawthorne, filter: {}, clientCode: 'Before' };
    text = text.replace('GLOBAL_ID_OF_A_CODE_CHANGE', (await codeAssigned(administrator, wish)).id);
  }
  if (text.includes('GLOBAL_ID_OF_A_VIEW')) {
    views += 1;
    const administrator = await site.signedIn('firmadmin.demo');
    const { id } = await keptView(administrator, { payer: firms.hawthorne, name: `View ${views}` });
    text = text.replace('GLOBAL_ID_OF_A_VIEW', id);
  }
  if (text.includes('GLOBAL_ID_OF_AN_INTERVAL')) {
    const operator = await site.signedIn('operator.demo');
    // Each example gets a year of its own.
    years += 1;
    const interval = { from: `${years}-01-01T06:00:00Z`, until: `${years}-12-31T06:00:00Z` };
    const { id } = await linked(operator, { account: people.legacy, firm: firms.hawthorne, ...interval });
    text = text.replace('GLOBAL_ID_OF_AN_INTERVAL', id);
  }
  if (text.includes('GLOBAL_ID_OF_AN_IMPORT')) {
    const administrator = await site.signedIn('firmadmin.demo');
    const { id } = await upload(administrator, firms.hawthorne, list);
    if (id === null) throw new Error('The list was refused.');
    if (text.includes('_UNDER_WAY')) await done(administrator, 'Check', id);
    text = text.replace(/GLOBAL_ID_OF_AN_IMPORT(_UNDER_WAY)?/, id);
  }
  return JSON.parse(text);
}

function clientOf(role: string): Promise<ApiClient> | ApiClient {
  const person = personOf[role];
  return person ? site.signedIn(person) : site.visitor();
}

interface Payload {
  readonly userErrors?: readonly unknown[];
  readonly __typename?: string;
}

describe('each example works for whom it is meant:', () => {
  test.each(examples.map((example) => [example.name, example] as const))('%s', async (_, example) => {
    const client = await clientOf(example.role);
    const { data, errors } = await client.query(example.query, await filledIn(example.variables));
    expect(errors).toEqual([]);
    for (const [field, answer] of Object.entries<Payload | null>(data)) {
      expect(answer, `${field} found nothing`).not.toBeNull();
      expect(answer?.userErrors ?? []).toEqual([]);
      if (field === 'signIn') expect(answer).toHaveProperty('viewer');
      if (Array.isArray(answer)) expect(answer).not.toContain(null);
    }
  });
});

test('an example shows something: lists in it are not all empty, except of mails not yet sent', async () => {
  const shown = (value: unknown): boolean =>
    Array.isArray(value)
      ? value.some(shown)
      : typeof value === 'object' && value !== null
        ? Object.values(value).some(shown)
        : value !== null && value !== 0;
  for (const example of examples.filter(({ role }) => role === 'anonymous' || role === 'clerk')) {
    const client = await clientOf(example.role);
    const { data } = await client.query(example.query, await filledIn(example.variables));
    expect(shown(data), example.name).toBe(true);
  }
});

test('every query and every mutation has an example', () => {
  const used = new Set(
    examples.flatMap(({ query }) =>
      parse(query).definitions.flatMap((definition) =>
        definition.kind === Kind.OPERATION_DEFINITION
          ? definition.selectionSet.selections.map((selection) =>
              selection.kind === Kind.FIELD ? `${definition.operation} ${selection.name.value}` : '',
            )
          : [],
      ),
    ),
  );
  const all = [OperationTypeNode.QUERY, OperationTypeNode.MUTATION].flatMap((operation) =>
    Object.keys(site.schema.getRootType(operation)?.getFields() ?? {}).map(
      (field) => `${operation} ${field}`,
    ),
  );
  expect(all.filter((field) => !used.has(field))).toEqual([]);
});

test('every role has a set of its own', () => {
  expect(new Set(examples.map(({ role }) => role))).toEqual(new Set(Object.keys(personOf)));
});

test('each example and its variables fit together', () => {
  for (const { name, query, variables } of examples) {
    const declared = parse(query).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? (definition.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
        : [],
    );
    expect(Object.keys(JSON.parse(variables)).sort(), name).toEqual(declared.sort());
  }
});
