import type { ApolloServerPlugin } from '@apollo/server';
import { holdsCardNumber } from '@countersign/shared/payments/card-number';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  TypeInfo,
  type ValidationRule,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Context } from './context';

/**
 * Inputs that are numbers, codes, keys or secrets of a kind of their own and no free text: what looks like a card's
 * number there is one by chance. By their name, wherever they stand; ids are of a type of their own.
 */
export const typedInputs: ReadonlySet<string> = new Set(['after', 'before', 'idempotencyKey', 'password']);

type InputType = GraphQLInputType | null | undefined;

const refusal = (name: string) =>
  new GraphQLError(
    `The text in “${name}” holds what looks like the number of a payment card: take it out. Cards are only ever typed into the form for payment methods.`,
    { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } },
  );

function isRefused(text: string, type: InputType, name: string): boolean {
  return (
    type != null && getNamedType(type).name === 'String' && !typedInputs.has(name) && holdsCardNumber(text)
  );
}

/** Refuses a card number where it is written in the operation. */
export const cardRule: ValidationRule = (context) => {
  const fields: string[] = [];
  return {
    ObjectField: {
      enter: ({ name }) => void fields.push(name.value),
      leave: () => void fields.pop(),
    },
    StringValue({ value }) {
      const name = fields.at(-1) ?? context.getArgument()?.name ?? '';
      if (isRefused(value, context.getInputType(), name)) context.reportError(refusal(name));
    },
  };
};

/** The input of a value that holds a card number in a free text; null where none does. */
function cardIn(value: unknown, type: InputType, name: string): string | null {
  if (typeof value === 'string') return isRefused(value, type, name) ? name : null;
  if (type == null || typeof value !== 'object' || value === null) return null;
  const named = getNamedType(type);
  const inner: [InputType, string, unknown][] = Array.isArray(value)
    ? value.map((one) => [type, name, one])
    : Object.entries(value).map(([key, one]) => [
        isInputObjectType(named) ? named.getFields()[key]?.type : null,
        key,
        one,
      ]);
  for (const [of, called, one] of inner) {
    const found = cardIn(one, of, called);
    if (found !== null) return found;
  }
  return null;
}

/** The input that a variable with a card number is given to: what a variable is called is its writer's affair. */
function cardInVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
): string | null {
  const types = new TypeInfo(schema);
  const fields: string[] = [];
  let found: string | null = null;
  visit(
    document,
    visitWithTypeInfo(types, {
      VariableDefinition: () => false,
      ObjectField: {
        enter: ({ name }) => void fields.push(name.value),
        leave: () => void fields.pop(),
      },
      Variable({ name }) {
        const called = fields.at(-1) ?? types.getArgument()?.name ?? '';
        found ??= cardIn(variables[name.value], types.getInputType(), called);
      },
    }),
  );
  return found;
}

function holdsCard(value: unknown): boolean {
  if (typeof value === 'string') return holdsCardNumber(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsCard);
}

/** Refuses a card number in the variables. */
export const cardPlugin: ApolloServerPlugin<Context> = {
  async requestDidStart({ schema, request: { variables = {} } }) {
    return {
      async didResolveOperation({ document }) {
        if (!holdsCard(variables)) return;
        const name = cardInVariables(schema, document, variables);
        if (name !== null) throw refusal(name);
      },
    };
  },
};
