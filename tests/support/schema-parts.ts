import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** A named part of the schema: a type, a field, an argument, an enum value. */
export interface SchemaPart {
  readonly kind: 'type' | 'field' | 'argument' | 'input field' | 'enum value';
  /** As in Court.title or Query.court(id). */
  readonly path: string;
  /** The names a restatement would be made of: its own and that of what it belongs to. */
  readonly names: readonly string[];
  readonly description: string;
  readonly deprecationReason: string | null;
}

/** Types of our own: those of the introspection and the scalars that GraphQL brings are not. */
export function ownTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  const builtIn = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);
  return Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !builtIn.has(type.name),
  );
}

export const objectTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  ownTypes(schema).filter(isObjectType);

/** Every field of every object type, as Type.field. */
export function objectFields(schema: GraphQLSchema): [string, GraphQLField<unknown, unknown>][] {
  return objectTypes(schema).flatMap((type) =>
    Object.values(type.getFields()).map((field): [string, GraphQLField<unknown, unknown>] => [
      `${type.name}.${field.name}`,
      field,
    ]),
  );
}

interface Described {
  readonly name: string;
  readonly description?: string | null;
  readonly deprecationReason?: string | null;
}

const part = (
  kind: SchemaPart['kind'],
  path: string,
  described: Described,
  parents: readonly string[],
): SchemaPart => ({
  kind,
  path,
  names: [...parents, described.name],
  description: described.description ?? '',
  deprecationReason: described.deprecationReason ?? null,
});

/** Everything of the schema that has a description. */
export function schemaParts(schema: GraphQLSchema): SchemaPart[] {
  return ownTypes(schema).flatMap((type) => {
    const parts = [part('type', type.name, type, [])];
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        const path = `${type.name}.${field.name}`;
        parts.push(part('field', path, field, [type.name]));
        for (const argument of field.args)
          parts.push(part('argument', `${path}(${argument.name})`, argument, [field.name]));
      }
    }
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields()))
        parts.push(part('input field', `${type.name}.${field.name}`, field, [type.name]));
    if (isEnumType(type))
      for (const value of type.getValues())
        parts.push(part('enum value', `${type.name}.${value.name}`, value, [type.name]));
    return parts;
  });
}

/** The single words of names: givenBy, PersonName and ACCOUNT_NUMBER alike. */
export const wordsOf = (text: string): string[] =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .match(/[a-z]+/g) ?? [];
