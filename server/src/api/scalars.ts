import { GraphQLScalarType } from 'graphql';
import { GraphQLDate, GraphQLDateTime, GraphQLSafeInt } from 'graphql-scalars';

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

/** Cents of a firm's years and bytes of a file are more than the 32 bits of Int. */
export const SafeIntScalar = new GraphQLScalarType({
  ...GraphQLSafeInt.toConfig(),
  description: 'A whole number that any JSON reader keeps exactly: up to 2^53 - 1 either way.',
});
