import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from './context';

@ObjectType({ description: 'What the caller may spend on the API, in points of cost.' })
export class RateLimit {
  @Field(() => Int, { description: 'Points one may save up.' })
  limit!: number;

  @Field(() => Int, { description: 'Points left after this operation.' })
  remaining!: number;

  @Field(() => Int, { description: 'Points that come back each second.' })
  restoreRate!: number;

  @Field(() => Int, { description: 'The most a single operation may cost.' })
  operationLimit!: number;
}

@Resolver()
export class RateLimitResolver {
  @Query(() => RateLimit, { description: 'What the caller has left to spend. Open to everybody.' })
  rateLimit(@Ctx() { site, cost }: Context): RateLimit {
    const { bucket, perSecond, operation } = site.configuration.apiCost;
    return { limit: bucket, remaining: cost.remaining, restoreRate: perSecond, operationLimit: operation };
  }
}
