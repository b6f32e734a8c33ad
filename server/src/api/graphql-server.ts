import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, type GraphQLSchema, type ValidationContext } from 'graphql';
import type { Site } from '../platform/site';
import { cardPlugin, cardRule } from './card-rule';
import { compiledGateway } from './compiled-queries';
import type { Context } from './context';
import { Allowances, costPlugin } from './cost';
import { errorFormatter, errorMarks } from './errors';
import { textPlugin, textRule } from './text-rule';

/** What one document may hold at most. */
export const documentLimits = { depth: 12, aliases: 15, directives: 20, tokens: 2000 } as const;

/** The rules throw what they find, which Apollo takes for a fault of ours: it is reported as any rule reports. */
const limit = (n: number) => ({
  n,
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, { message }: GraphQLError) =>
      context?.reportError(new GraphQLError(message.replace(/^Syntax Error: /, ''))),
  ],
});

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
      maxDepthRule(limit(documentLimits.depth)),
      maxAliasesRule(limit(documentLimits.aliases)),
      maxDirectivesRule(limit(documentLimits.directives)),
      textRule,
      cardRule,
    ],
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      errorMarks,
      textPlugin,
      cardPlugin,
      costPlugin(schema, new Allowances(site.database, apiCost), apiCost),
    ],
  });
}
