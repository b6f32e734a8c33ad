import { GraphQLScalarType } from 'graphql';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';

/** A day without a time, kept as text so that no time zone can shift it. */
export const DateScalar = new GraphQLScalarType<string, string>({
  ...GraphQLDate.toConfig(),
  name: 'Date',
  description: 'A day of the calendar as YYYY-MM-DD, in the court’s own time zone.',
  serialize: (value) => String(value),
  parseValue: (value) => (GraphQLDate.parseValue(value) as Date).toISOString().slice(0, 10),
  parseLiteral: (node, variables) =>
    (GraphQLDate.parseLiteral(node, variables) as Date).toISOString().slice(0, 10),
});

export const DateTimeScalar = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  description: 'An instant as RFC 3339 in UTC, such as 2026-01-31T17:00:00.000Z.',
});
