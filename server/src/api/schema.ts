import 'reflect-metadata';
import { type GraphQLObjectType, type GraphQLSchema, isAbstractType } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { AccountResolver, RoleGrantResolver } from '../accounts/resolver';
import { RoleMutations } from '../accounts/role-mutations';
import { CourtResolver } from '../courts/resolver';
import { FirmMutations } from '../firms/firm-mutations';
import { LinkageMutations } from '../firms/linkage-mutations';
import {
  AccountPayerResolver,
  FirmLinkagesResolver,
  HandOverResolver,
  LinkageResolver,
} from '../firms/linkage-resolver';
import { FirmResolver } from '../firms/resolver';
import { NoticesResolver } from '../notices/resolver';
import { PermissionResolver, SignInMutations, ViewerResolver } from '../signin/resolver';
import { UsageCodeMutations } from '../usage/codes/mutations';
import { UsageCodeChangeResolver, UsageCodesResolver } from '../usage/codes/resolver';
import { UsageImportMutations } from '../usage/import/mutations';
import { UsageReceiptMutations } from '../usage/import/receipt-mutations';
import {
  ImportsOfFirm,
  ImportsOfViewer,
  UsageImportResolver,
  UsageImportRowResolver,
} from '../usage/import/resolver';
import {
  FirmUsageResolver,
  UsageResolver,
  UseConnectionResolver,
  ViewerUsageResolver,
} from '../usage/resolver';
import { ServiceCenterResolver } from '../usage/service-center-resolver';
import { UsageChangeResolver, UsageGroupResolver, UseResolver } from '../usage/use-resolver';
import { SavedViewResolver } from '../usage/views/resolver';
import { NodeResolver } from './node-resolver';
import { RateLimitResolver } from './rate-limit-resolver';
import { DateTimeScalar } from './scalars';

/** The roots are type-graphql's own, which gives them no description. */
function describe(root: GraphQLObjectType | null | undefined, description: string): void {
  if (root) root.description = description;
}

/** The whole schema; a new resolver is listed here. */
export function buildApiSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      ViewerResolver,
      PermissionResolver,
      CourtResolver,
      AccountResolver,
      RoleGrantResolver,
      FirmResolver,
      FirmLinkagesResolver,
      LinkageResolver,
      HandOverResolver,
      AccountPayerResolver,
      NoticesResolver,
      FirmUsageResolver,
      ViewerUsageResolver,
      UsageResolver,
      UseConnectionResolver,
      UseResolver,
      UsageGroupResolver,
      UsageChangeResolver,
      UsageCodesResolver,
      UsageCodeChangeResolver,
      UsageCodeMutations,
      UsageImportResolver,
      UsageImportRowResolver,
      ImportsOfFirm,
      ImportsOfViewer,
      SavedViewResolver,
      NodeResolver,
      RateLimitResolver,
      ServiceCenterResolver,
      SignInMutations,
      RoleMutations,
      FirmMutations,
      LinkageMutations,
      UsageImportMutations,
      UsageReceiptMutations,
    ],
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    validate: false,
  });
  describe(schema.getQueryType(), 'All that can be asked; asking changes nothing.');
  describe(
    schema.getMutationType(),
    'All that can be done. What a person can mend comes back as `userErrors`, and nothing was changed.',
  );
  // The compiler takes no promise here, and type-graphql gives one: every object says its type itself.
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value: { __typename: string }) => value.__typename;
  }
  return schema;
}
