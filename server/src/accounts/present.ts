import { fullName, isLegacy, type UserType } from '@countersign/shared/accounts/account';
import { isInForce } from '@countersign/shared/accounts/grants';
import type { Role } from '@countersign/shared/accounts/roles';
import { globalId } from '../api/global-id';
import type { AccountRow, RoleGrantRow } from './queries';
import type { Account, RoleGrant } from './types';

/** A stored account as the API shows it. */
export function presentAccount(row: AccountRow): Account {
  return {
    __typename: 'Account',
    row,
    id: globalId('account', row.accountId),
    accountNumber: String(row.accountNumber),
    name: {
      prefix: row.prefix,
      first: row.firstName,
      middle: row.middleName,
      last: row.lastName,
      suffix: row.suffix,
      full: fullName(row),
    },
    userType: row.userType as UserType,
    legacy: isLegacy(row),
    createdAt: row.createdAt,
  };
}

/** A stored grant as it stands at an instant. */
export function presentGrant(row: RoleGrantRow, now: Date): RoleGrant {
  return {
    __typename: 'RoleGrant',
    row,
    id: globalId('grant', row.accountId, row.grantId),
    role: row.role as Role,
    from: row.startsAt,
    until: row.until,
    endedAt: row.endedAt,
    inForce: isInForce(row, now),
    remark: row.remark,
  };
}
