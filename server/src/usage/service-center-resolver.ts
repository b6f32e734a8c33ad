import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../api/context';

@ObjectType({
  description: 'What is fixed about the PACER Service Center, which counts and bills what is used.',
})
export class ServiceCenter {
  @Field(() => String, {
    description:
      'The IANA time zone, such as America/Chicago, in which days, quarters and intervals begin and end.',
  })
  zone!: string;
}

@Resolver()
export class ServiceCenterResolver {
  @Query(() => ServiceCenter, { description: 'The PACER Service Center of this site. Open to everybody.' })
  serviceCenter(@Ctx() { site }: Context): ServiceCenter {
    return { zone: site.serviceCenter.zone };
  }
}
