import { circuits } from '@countersign/shared/courts/circuits';
import { stateNames } from '@countersign/shared/courts/states';
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql';
import { listCourtClerks } from '../accounts/list-role-grants';
import { RoleGrantConnection } from '../accounts/types';
import type { Context } from '../api/context';
import { keyOf } from '../api/global-id';
import { OrderDirection } from '../api/order-direction';
import { type Connection, PageArgs } from '../api/page';
import { BadArgument } from '../platform/refusal';
import { listCourts } from './list-courts';
import { presentCourt } from './present-court';
import { courtByCode } from './queries';
import { Court, CourtConnection, CourtContact, CourtQuestion, CourtTypeEnum } from './types';

@InputType({ description: 'Which courts; each given part narrows the list.' })
export class CourtFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words that begin a word of title, name, code, citation, circuit, states or offices.',
  })
  search?: string | null;

  @Field(() => [CourtTypeEnum], { nullable: true, description: 'Any of these kinds.' })
  type?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Any of these circuits: `1` to `11`, `DC`, `FED`.' })
  circuit?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Serving any of these states or territories, by full name.',
  })
  state?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only NextGen courts, or only others.' })
  nextGen?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Courts that left the list instead of those in service.',
  })
  retired?: boolean | null;
}

enum CourtOrderField {
  TITLE = 'TITLE',
  CODE = 'CODE',
  CIRCUIT = 'CIRCUIT',
}
registerEnumType(CourtOrderField, {
  name: 'CourtOrderField',
  description: 'What courts are sorted by.',
  valuesConfig: {
    TITLE: { description: 'The label used everywhere.' },
    CODE: { description: 'The id in the court’s address.' },
    CIRCUIT: { description: 'The circuit in its usual order, then the title.' },
  },
});

@InputType({ description: 'How a list of courts is sorted.' })
export class CourtOrder {
  @Field(() => CourtOrderField, { description: 'What to sort by.' })
  field!: CourtOrderField;

  @Field(() => OrderDirection, { description: 'Which way.' })
  direction!: OrderDirection;
}

function checkWords(given: string[] | null | undefined, known: readonly string[], name: string): void {
  const unknown = given?.find((word) => !known.includes(word));
  if (unknown !== undefined)
    throw new BadArgument(`filter.${name}: “${unknown.slice(0, 40)}” is none of ${known.join(', ')}.`);
}

@Resolver(() => Court)
export class CourtResolver {
  @Query(() => Court, {
    nullable: true,
    description:
      'A court by its global id or code, such as `mowd`; null when there is none. Open to everybody.',
  })
  async court(
    @Arg('id', () => ID, { description: 'Global id, code (`mowd`) or PACER lookup code (`MOWDC`).' })
    id: string,
    @Ctx() { site, actor, loaders }: Context,
  ): Promise<Court | null> {
    const courtId = keyOf('court', id)?.[0];
    const row = courtId
      ? await loaders.court.load(courtId)
      : /^[A-Za-z0-9]{2,20}$/.test(id)
        ? (await site.database.read(actor, [courtByCode({ code: id })]))[0][0]
        : null;
    return row ? presentCourt(row, site.clock.now()) : null;
  }

  @Query(() => CourtConnection, { description: 'The courts on CM/ECF. Open to everybody.' })
  courts(
    @Arg('filter', () => CourtFilter, {
      nullable: true,
      description: 'Which courts; all in service without it.',
    })
    filter: CourtFilter | null,
    @Arg('orderBy', () => CourtOrder, { nullable: true, description: 'By title from A when left out.' })
    orderBy: CourtOrder | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { site, actor }: Context,
  ): Promise<Connection<Court>> {
    checkWords(filter?.circuit, circuits, 'circuit');
    checkWords(filter?.state, stateNames, 'state');
    const order = orderBy ?? { field: CourtOrderField.TITLE, direction: OrderDirection.ASC };
    return listCourts(site, actor, filter ?? {}, order, args);
  }

  @FieldResolver(() => [CourtContact], { description: 'Whom to contact, by purpose.' })
  contacts(@Root() court: Court, @Ctx() { loaders }: Context): Promise<CourtContact[]> {
    return loaders.courtContacts.load(court.code);
  }

  @FieldResolver(() => [CourtQuestion], { description: 'Questions filers ask, with the court’s answers.' })
  questions(@Root() court: Court, @Ctx() { loaders }: Context): Promise<CourtQuestion[]> {
    return loaders.courtQuestions.load(court.code);
  }

  @FieldResolver(() => RoleGrantConnection, {
    nullable: true,
    description: 'Clerks of the court. Needs `filers.desk.open` there; null without it.',
  })
  clerks(
    @Root() court: Court,
    @Arg('inForce', () => Boolean, { nullable: true, description: 'Only roles in force, or only past ones.' })
    inForce: boolean | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { site, actor }: Context,
  ) {
    return listCourtClerks(site, actor, court.code, { inForce }, args);
  }
}
