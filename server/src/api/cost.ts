import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, GraphQLError, type GraphQLSchema } from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { LRUCache } from 'lru-cache';
import type { Database } from '../platform/database';
import { networkOf } from '../signin/throttle';
import type { Context } from './context';

/** What one operation costs and what the caller has left, in points. */
export interface CostMeter {
  requested: number;
  remaining: number;
}

interface CostSettings {
  readonly operation: number;
  readonly bucket: number;
  readonly perSecond: number;
}

interface Lease {
  points: number;
  remaining: number;
  until: number;
}

/** A connection's field costs what its page holds, any other object 1, a leaf nothing; mutations 10. */
const estimate: ComplexityEstimator = ({ args, childComplexity, node, type }) => {
  const size = Number(args.first ?? args.last ?? (Array.isArray(args.ids) ? args.ids.length : 0));
  if (type.name === 'Mutation') return 10 + childComplexity;
  if (size > 0) return 1 + Math.ceil(size * Math.max(childComplexity, 1) * 0.1);
  return node.selectionSet ? 1 + childComplexity : childComplexity;
};

const largestKeyedVariables = 1000;

/** Counting reads the variables, so it is where one that does not fit its type shows first. */
function complexityOf(
  schema: GraphQLSchema,
  query: DocumentNode,
  operationName: string | null,
  variables: Record<string, unknown>,
): number {
  try {
    return getComplexity({
      schema,
      query,
      variables,
      operationName: operationName ?? undefined,
      estimators: [estimate],
    });
  } catch (cause) {
    if (!(cause instanceof GraphQLError)) throw cause;
    throw new GraphQLError(cause.message, {
      nodes: cause.nodes,
      extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
    });
  }
}

/** Leases each caller's allowance from the database a second at a time, so that several processes share it. */
export class Allowances {
  private readonly leases = new LRUCache<string, Lease>({ max: 10_000 });

  constructor(
    private readonly database: Database,
    private readonly settings: CostSettings,
  ) {}

  /** Takes points; false when the caller has too few left. `remaining` is what is left afterwards. */
  async spend(caller: string, points: number, now: number): Promise<{ granted: boolean; remaining: number }> {
    let lease = this.leases.get(caller);
    if (!lease || lease.until <= now || lease.points < points) {
      const held = lease && lease.until > now ? lease.points : 0;
      const { bucket, perSecond } = this.settings;
      const [taken] = await this.database.machine(
        'select taken, remaining from api_allowance_take($1, $2, $3, $4)',
        [caller, Math.max(points - held, perSecond), bucket, perSecond],
      );
      lease = { points: held + Number(taken?.taken), remaining: Number(taken?.remaining), until: now + 1000 };
      this.leases.set(caller, lease);
    }
    if (lease.points < points)
      return { granted: false, remaining: Math.floor(lease.points + lease.remaining) };
    lease.points -= points;
    return { granted: true, remaining: Math.floor(lease.points + lease.remaining) };
  }
}

/** Refuses an operation before execution when it costs too much or the caller has too little left. */
export function costPlugin(
  schema: GraphQLSchema,
  allowances: Allowances,
  settings: CostSettings,
): ApolloServerPlugin<Context> {
  const known = new LRUCache<string, number>({ max: 2000 });

  const costOf = (
    document: DocumentNode,
    hash: string,
    operationName: string | null,
    variables: Record<string, unknown>,
  ): number => {
    const written = JSON.stringify(variables);
    const key = written.length <= largestKeyedVariables ? `${hash} ${operationName} ${written}` : null;
    const before = key ? known.get(key) : undefined;
    if (before !== undefined) return before;
    const cost = complexityOf(schema, document, operationName, variables);
    if (key) known.set(key, cost);
    return cost;
  };

  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, queryHash, operationName, request, contextValue }) {
          const cost = costOf(document, queryHash, operationName, request.variables ?? {});
          if (cost > settings.operation) {
            throw new GraphQLError(
              `This operation costs ${cost} points and one may cost at most ${settings.operation}: ask for smaller pages or fewer things.`,
              {
                extensions: {
                  code: 'COST_LIMIT',
                  cost: { requested: cost, limit: settings.operation },
                  http: { status: 400 },
                },
              },
            );
          }
          const caller = contextValue.actor.accountId ?? networkOf(contextValue.address);
          const { granted, remaining } = await allowances.spend(caller, Math.max(cost, 1), Date.now());
          Object.assign(contextValue.cost, { requested: cost, remaining });
          if (!granted) {
            const seconds = Math.ceil((cost - remaining) / settings.perSecond);
            contextValue.reply.header('retry-after', String(Math.max(1, seconds)));
            throw new GraphQLError(
              `Too many requests: ${remaining} points are left and ${settings.perSecond} come back each second.`,
              {
                extensions: {
                  code: 'RATE_LIMITED',
                  cost: { requested: cost, remaining, restoreRate: settings.perSecond },
                  http: { status: 429 },
                },
              },
            );
          }
        },
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== 'single' || contextValue.cost.requested === 0) return;
          const { requested, remaining } = contextValue.cost;
          response.body.singleResult.extensions = {
            ...response.body.singleResult.extensions,
            cost: { requested, remaining, limit: settings.bucket, restoreRate: settings.perSecond },
          };
        },
      };
    },
  };
}
