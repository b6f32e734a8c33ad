import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Site } from '../platform/site';
import { compiledGateway } from './compiled-queries';
import type { Context } from './context';
import { Allowances, costPlugin } from './cost';
import { errorFormatter } from './errors';

/** What one document may hold at most. */
export const documentLimits = { depth: 12, aliases: 15, directives: 20, tokens: 2000 } as const;

/** Text of our own client's operations by hash; it sends the hash alone. Nobody else can add to them. */
function persistedOperations(file: string | null) {
  let operations: Record<string, string> = {};
  try {
    if (file) operations = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    operations = {};
  }
  return {
    get: async (key: string) => operations[key.replace(/^apq:/, '')],
    set: async () => {},
    delete: async () => false,
  };
}

/** Apollo with our limits, errors and compiled execution. */
export function createGraphqlServer(
  site: Site,
  schema: GraphQLSchema,
  http: FastifyInstance,
  persistedFile: string | null,
) {
  const { apiCost } = site.configuration;
  return new ApolloServer<Context>({
    gateway: compiledGateway(schema),
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    formatError: errorFormatter(http.log),
    parseOptions: { maxTokens: documentLimits.tokens },
    persistedQueries: { cache: persistedOperations(persistedFile), ttl: null },
    validationRules: [
      maxDepthRule({ n: documentLimits.depth }),
      maxAliasesRule({ n: documentLimits.aliases }),
      maxDirectivesRule({ n: documentLimits.directives }),
    ],
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      costPlugin(schema, new Allowances(site.database, apiCost), apiCost),
    ],
  });
}
