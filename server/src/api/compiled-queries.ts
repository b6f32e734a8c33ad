import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { type ExecutionResult, execute, GraphQLError, type GraphQLSchema } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { Context } from './context';

type Gateway = ApolloServerOptionsWithGateway<Context>['gateway'];
type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;

const kept = 500;

/** The compiler's errors only look like GraphQL's: they cannot be written as JSON. */
function withPlainErrors(result: ExecutionResult): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map((error) => {
    const { message, path, originalError, extensions } = error;
    const cause = originalError ?? (error instanceof GraphQLError ? undefined : (error as Error));
    return new GraphQLError(message, { path, originalError: cause, extensions });
  });
  return { ...result, errors };
}

/**
 * Runs operations compiled by graphql-jit, each once for its text and name. What the compiler refuses, and
 * introspection, goes to graphql-js. Apollo takes another executor only where it takes a gateway's.
 */
export function compiledGateway(schema: GraphQLSchema): Gateway {
  const compiled = new LRUCache<string, CompiledQuery | 'interpret'>({ max: kept });

  const executor: Executor = async ({ document, queryHash, operationName, request, context }) => {
    const key = `${queryHash} ${operationName ?? ''}`;
    let query = compiled.get(key);
    if (!query) {
      const made = compileQuery(schema, document, operationName ?? undefined);
      query = isCompiledQuery(made) ? made : 'interpret';
      compiled.set(key, query);
    }
    const variables = request.variables ?? {};
    const result =
      query === 'interpret'
        ? execute({ schema, document, contextValue: context, variableValues: variables, operationName })
        : query.query({}, context, variables);
    return withPlainErrors((await result) as ExecutionResult);
  };

  return {
    load: async () => ({ executor }),
    onSchemaLoadOrUpdate(tell) {
      tell({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    stop: async () => {},
  };
}
