import { GraphQLScalarType } from 'graphql';
import { GraphQLJSONObject } from 'graphql-scalars';

export const ReceiptScalar = new GraphQLScalarType({
  ...GraphQLJSONObject.toConfig(),
  name: 'UsageReceipt',
  description:
    'A receipt as the PACER Case Locator’s interface for programs gives it with each search: an object with `transactionId`, `transactionDate`, `billablePages`, `loginId`, `clientCode`, `search`, `description` and `searchFee` or `fee` in dollars. An `accountNumber` of seven digits may be added; whatever else is in it is passed over.',
  specifiedByURL: null,
});
