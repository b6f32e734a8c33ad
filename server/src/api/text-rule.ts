import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type ValidationRule } from 'graphql';
import type { Context } from './context';

/** NUL and halves of surrogate pairs: what a JSON string may hold and Postgres cannot. */
const notText = /\0|\p{Surrogate}/u;

const refusal = () =>
  new GraphQLError('A text holds U+0000 or half a surrogate pair, which no text may: take it out.', {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });

function holdsNoText(value: unknown): boolean {
  if (typeof value === 'string') return notText.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNoText);
}

/** Refuses such a text where it is written in the operation. */
export const textRule: ValidationRule = (context) => ({
  StringValue({ value }) {
    if (notText.test(value)) context.reportError(refusal());
  },
});

/** Refuses such a text in the variables. */
export const textPlugin: ApolloServerPlugin<Context> = {
  async requestDidStart({ request }) {
    return {
      async didResolveOperation() {
        if (holdsNoText(request.variables)) throw refusal();
      },
    };
  },
};
