import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { type UserErrorCode, type UserFault, userErrorCodes } from '../platform/refusal';
import { enumOf } from './enum-of';

const UserErrorCodeEnum = enumOf(Object.keys(userErrorCodes) as UserErrorCode[]);

registerEnumType(UserErrorCodeEnum, {
  name: 'UserErrorCode',
  description: 'Why a mutation was refused, for programs.',
  valuesConfig: Object.fromEntries(
    Object.entries(userErrorCodes).map(([code, description]) => [code, { description }]),
  ) as Record<UserErrorCode, { description: string }>,
});

@ObjectType({ description: 'Something the caller can mend; nothing was changed.' })
export class UserError implements UserFault {
  @Field(() => UserErrorCodeEnum, { description: 'What kind of fault it is.' })
  code!: UserErrorCode;

  @Field(() => String, { description: 'A sentence for the person: what is wrong and how to mend it.' })
  message!: string;

  @Field(() => [String], {
    nullable: true,
    description:
      'Path of the input that mends it, such as ["input", "until"]; null when it is no single one.',
  })
  field!: readonly string[] | null;
}
