import { readFileSync } from 'node:fs';
import { buildSchema, type DocumentNode, Kind, OperationTypeNode, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { allExamples } from './allExamples';
import { roleNames } from './examples';

const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));

function rootFields(document: DocumentNode): string[] {
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    const fields = definition.selectionSet.selections.filter((selection) => selection.kind === Kind.FIELD);
    return fields.map((field) => `${definition.operation} ${field.name.value}`);
  });
}

describe('the examples', () => {
  it.each(allExamples.map((example) => [example.id, example] as const))(
    '%s fits the schema',
    (_id, example) => {
      expect(validate(schema, parse(example.query))).toEqual([]);
      expect(() => JSON.parse(example.variables ?? '{}')).not.toThrow();
    },
  );

  it('show every query and every mutation', () => {
    const shown = new Set(allExamples.flatMap((example) => rootFields(parse(example.query))));
    const named = (operation: OperationTypeNode) =>
      Object.keys(schema.getRootType(operation)?.getFields() ?? {}).map((field) => `${operation} ${field}`);
    const all = [...named(OperationTypeNode.QUERY), ...named(OperationTypeNode.MUTATION)];
    expect(all.filter((field) => !shown.has(field))).toEqual([]);
  });

  it('have something for every role', () => {
    expect(new Set(allExamples.map((example) => example.role))).toEqual(new Set(roleNames));
  });
});
