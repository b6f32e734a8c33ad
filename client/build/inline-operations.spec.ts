import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { inlineInto, type StoredOperations } from './inline-operations';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

describe('inlineInto', () => {
  const stored = { abc: 'fragment F on Viewer { areas } query Who { viewer { ...F } }' };

  it('puts the stored operation with its fragments and its hash in the place of the call', () => {
    const code = inlineInto('const q = graphql(`\n  query Who { viewer { ...F } }\n`);', stored);
    const literal = /^const q = (.*);$/.exec(code)?.[1] ?? '';
    const document = JSON.parse(literal);
    expect(document.__meta__).toEqual({ hash: 'abc' });
    expect(document.definitions.map((one: { name: { value: string } }) => one.name.value)).toEqual([
      'F',
      'Who',
    ]);
  });

  it('says what to do about an operation that is not generated', () => {
    expect(() => inlineInto('graphql(`query Other { viewer { areas } }`)', stored)).toThrow(
      /Other.*pnpm codegen/,
    );
  });
});

describe('the stored operations', () => {
  const stored: StoredOperations = JSON.parse(read('../src/generated/persisted-documents.json'));
  const schema = buildSchema(read('../../schema.graphql'));

  it.each(Object.entries(stored))(
    '%s is the hash of its text, and the text fits the schema',
    (hash, text) => {
      expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
      expect(validate(schema, parse(text))).toEqual([]);
    },
  );
});
