import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printedSchema } from '@countersign/server/api/printed-schema';
import { buildApiSchema } from '@countersign/server/api/schema';
import { projectRoot } from '@countersign/server/platform/project-root';
import { permissionNames } from '@countersign/shared/accounts/permissions';
import {
  extendSchema,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  parse,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { objectFields, objectTypes, ownTypes, schemaParts, wordsOf } from '../support/schema-parts';

const schema = buildApiSchema();
const committed = readFileSync(join(projectRoot, 'schema.graphql'), 'utf8');

/** Lines that only one of the two has. */
function differences(a: string, b: string): string[] {
  const [ofA, ofB] = [a.split('\n'), b.split('\n')];
  return [
    ...ofA.filter((line) => !ofB.includes(line)).map((line) => `- ${line.trim()}`),
    ...ofB.filter((line) => !ofA.includes(line)).map((line) => `+ ${line.trim()}`),
  ];
}

describe('schema.graphql', () => {
  test('is what the code makes: run "pnpm schema:print" and commit it', () => {
    expect(differences(committed, printedSchema(schema))).toEqual([]);
    expect(printedSchema(schema)).toBe(committed);
  });

  const changed = (change: string) => extendSchema(buildApiSchema(), parse(change));
  const described = () => {
    const other = buildApiSchema();
    const court = other.getType('Court');
    if (court) court.description = 'Something else.';
    return other;
  };

  test.each<[string, () => GraphQLSchema, string]>([
    ['a new field', () => changed('extend type Court { motto: String }'), '+ motto: String'],
    [
      'a new argument',
      () => changed('extend type Query { motto(of: ID!): String }'),
      '+ motto(of: ID!): String',
    ],
    ['a new enum value', () => changed('extend enum Area { MOON }'), '+ MOON'],
    ['another description', described, '+ """Something else."""'],
  ])('is told apart from a schema with %s', (_, other, line) => {
    expect(differences(committed, printedSchema(other()))).toContain(line);
    expect(printedSchema(other())).not.toBe(committed);
  });
});

describe('descriptions', () => {
  const parts = schemaParts(schema);
  const fillers = new Set('a an the of is it its this that to for in on one s by what which'.split(' '));

  /** Whether a description says only what the names say. */
  function restates(description: string, names: readonly string[]): boolean {
    const known = new Set(
      names.flatMap(wordsOf).flatMap((word) => [word, `${word}s`, word.replace(/s$/, '')]),
    );
    return wordsOf(description).every((word) => known.has(word) || fillers.has(word));
  }

  test('there are some', () => {
    expect(parts.length).toBeGreaterThan(250);
  });

  test('stand on every type, field, argument, input field and enum value, as sentences', () => {
    expect(
      parts.filter(({ description }) => !/^[A-Z“`].*[.)]$/s.test(description)).map(({ path }) => path),
    ).toEqual([]);
  });

  test('say more than the name does', () => {
    const empty = parts.filter(({ description, names }) => restates(description, names));
    expect(empty.map(({ path, description }) => `${path}: ${description}`)).toEqual([]);
  });

  test.each([
    ['The title of the court.', ['Court', 'title'], true],
    ['The courts.', ['Query', 'courts'], true],
    ['The label used everywhere.', ['Court', 'title'], false],
  ])('“%s” of %j restates: %s', (description, names, expected) => {
    expect(restates(description, names)).toBe(expected);
  });

  test('of each way in say who may use it', () => {
    const ways = parts.filter(({ kind, path }) => kind === 'field' && /^(Query|Mutation)\./.test(path));
    const silent = ways.filter(
      ({ description, path }) =>
        !/Open to everybody|Needs `/.test(description) && !['Query.node', 'Query.nodes'].includes(path),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test('name permissions there are', () => {
    const named = parts.flatMap(({ description }) => description.match(/`[a-z]+\.[a-z]+\.[a-zA-Z]+`/g) ?? []);
    const known = new Set<string>([...permissionNames, 'room.thing.verb']);
    expect(named.length).toBeGreaterThan(5);
    expect(named.map((name) => name.slice(1, -1)).filter((name) => !known.has(name))).toEqual([]);
  });

  test('of what is deprecated say what to use instead and until when it is there', () => {
    const deprecated = parts.filter(({ deprecationReason }) => deprecationReason !== null);
    const good = /^Use .+\. Removal on \d{4}-\d{2}-\d{2}\.$/;
    expect(deprecated.filter(({ deprecationReason }) => !good.test(deprecationReason ?? ''))).toEqual([]);
  });
});

describe('the shape of the schema', () => {
  const fields = objectFields(schema);
  const inputs = ownTypes(schema).filter(isInputObjectType);
  const inputFields = inputs.flatMap((type) =>
    Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field] as const),
  );
  const args = fields.flatMap(([path, field]) =>
    field.args.map((arg) => [`${path}(${arg.name})`, arg] as const),
  );

  test('no input has a default: the compiler of queries does not fill it in', () => {
    const defaults = inputFields.filter(([, field]) => field.defaultValue !== undefined);
    expect(defaults.map(([name]) => name)).toEqual([]);
  });

  test('has references and not foreign keys: nothing ends in Id', () => {
    const names = [...fields, ...inputFields, ...args].map(([path]) => path);
    expect(names.filter((path) => /(Id|Ids)\)?$/.test(path))).toEqual([]);
  });

  test('has no Float', () => {
    expect(schema.getType('Float')).toBeUndefined();
  });

  test('has lists without holes, except Query.nodes, and none that may be missing, except UserError.field', () => {
    const holes = [...fields, ...inputFields, ...args].filter(([, { type }]) => {
      const list = isNonNullType(type) ? type.ofType : type;
      return isListType(list) && !isNonNullType(list.ofType);
    });
    expect(holes.map(([path]) => path)).toEqual(['Query.nodes']);
    const missing = fields.filter(([, { type }]) => isListType(type));
    expect(missing.map(([path]) => path)).toEqual(['UserError.field']);
  });

  test('pages every connection by first, last, after and before, and only those', () => {
    const paging = ['after', 'before', 'first', 'last'];
    for (const [path, field] of fields) {
      const pages = getNamedType(field.type).name.endsWith('Connection');
      const names = field.args.map((arg) => arg.name);
      expect(
        paging.filter((name) => names.includes(name)),
        path,
      ).toEqual(pages ? paging : []);
    }
  });

  test('gives every connection edges, nodes, pageInfo and totalCount', () => {
    for (const type of objectTypes(schema).filter(({ name }) => name.endsWith('Connection'))) {
      const printed = Object.fromEntries(
        Object.values(type.getFields()).map((field) => [field.name, String(field.type)]),
      );
      const node = type.name.replace(/Connection$/, '');
      expect(printed).toMatchObject({
        edges: `[${node}Edge!]!`,
        nodes: `[${node}!]!`,
        pageInfo: 'PageInfo!',
        totalCount: 'Int!',
      });
    }
  });

  test('makes every object with an id a Node', () => {
    const withId = objectTypes(schema).filter((type) => 'id' in type.getFields());
    expect(withId.length).toBeGreaterThan(3);
    for (const type of withId)
      expect(
        type.getInterfaces().map(({ name }) => name),
        type.name,
      ).toContain('Node');
  });

  test('has mutations with one input and a payload with userErrors; signIn answers with a union', () => {
    for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      const name = `${field.name[0]?.toUpperCase()}${field.name.slice(1)}`;
      expect(field.args.map((arg) => `${arg.name}: ${arg.type}`)).toEqual([`input: ${name}Input!`]);
      if (field.name === 'signIn') {
        expect(String(field.type)).toBe('SignInResult!');
        expect(isUnionType(getNamedType(field.type))).toBe(true);
        continue;
      }
      expect(String(field.type)).toBe(`${name}Payload!`);
      const payload = getNamedType(field.type);
      expect(isObjectType(payload) && String(payload.getFields().userErrors?.type)).toBe('[UserError!]!');
    }
  });

  test('names things in one way', () => {
    for (const type of ownTypes(schema)) expect(type.name).toMatch(/^[A-Z][A-Za-z]+$/);
    for (const [path] of [...fields, ...inputFields]) expect(path).toMatch(/\.[a-z][A-Za-z]*$/);
    const values = schemaParts(schema).filter(({ kind }) => kind === 'enum value');
    for (const { path } of values) expect(path).toMatch(/\.[A-Z][A-Z0-9_]*$/);
    for (const { name } of inputs) expect(name).toMatch(/(Input|Filter|Order)$/);
  });

  test('has an object behind every type of an interface', () => {
    for (const type of ownTypes(schema).filter(isInterfaceType))
      expect(schema.getPossibleTypes(type).length).toBeGreaterThan(1);
  });
});
