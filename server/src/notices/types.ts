import { Field, ObjectType } from 'type-graphql';
import { connectionType } from '../api/connection-type';
import { globalId } from '../api/global-id';
import { Node } from '../api/node-type';
import { DateTimeScalar } from '../api/scalars';
import type { CaughtMailRow } from './queries';

@ObjectType({
  implements: Node,
  description: 'A mail that the demonstration’s mail catcher received over SMTP.',
})
export class CaughtMail extends Node {
  readonly __typename!: 'CaughtMail';

  @Field(() => DateTimeScalar, { description: 'When it was received.' })
  receivedAt!: Date;

  @Field(() => String, { description: 'The sender as in the mail’s head.' })
  from!: string;

  @Field(() => [String], { description: 'Addresses it was delivered to.' })
  to!: string[];

  @Field(() => String, { description: 'The line that a mail program lists.' })
  subject!: string;

  @Field(() => String, { description: 'The body as plain text.' })
  text!: string;
}

export const CaughtMailConnection = connectionType('CaughtMail', () => CaughtMail, 'caught mails');

/** A caught mail as the API shows it. */
export function presentCaughtMail(row: CaughtMailRow): CaughtMail {
  return {
    __typename: 'CaughtMail',
    id: globalId('caughtMail', row.mailId),
    receivedAt: row.receivedAt,
    from: row.sender,
    to: row.recipients,
    subject: row.subject,
    text: row.text,
  };
}
