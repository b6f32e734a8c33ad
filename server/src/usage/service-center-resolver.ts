import { dayOf } from '@countersign/shared/usage/day';
import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../api/context';
import { DateScalar } from '../api/scalars';

@ObjectType({
  description: 'What is fixed about the PACER Service Center, which counts and bills what is used.',
})
export class ServiceCenter {
  @Field(() => String, {
    description:
      'The IANA time zone, such as America/Chicago, in which days, quarters and intervals begin and end.',
  })
  zone!: string;

  @Field(() => DateScalar, {
    description: 'The day it is there now: of the quarter that runs, the last so far.',
  })
  today!: string;
}

@Resolver()
export class ServiceCenterResolver {
  @Query(() => ServiceCenter, { description: 'The PACER Service Center of this site. Open to everybody.' })
  serviceCenter(@Ctx() { site }: Context): ServiceCenter {
    const { zone } = site.serviceCenter;
    return { zone, today: dayOf(site.clock.now(), zone) };
  }
}
