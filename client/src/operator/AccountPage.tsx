import { Link, Outlet, useParams } from 'react-router';
import { paths } from '../app/paths';
import { useViewer } from '../app/viewer';
import { graphql } from '../generated';
import { CopyableId } from '../ui/CopyableId';
import { ErrorState } from '../ui/ErrorState';
import { Fact, Facts } from '../ui/Facts';
import { inForceFilter, toInForce } from '../ui/grants';
import { userTypeNames } from '../ui/labels';
import { NotFoundState } from '../ui/NotFoundState';
import { PageHeader } from '../ui/PageHeader';
import { PageSkeleton } from '../ui/PageSkeleton';
import { usePageVariables } from '../ui/paging';
import { ReasonButton } from '../ui/ReasonButton';
import { Section } from '../ui/Section';
import { TimeStamp } from '../ui/TimeStamp';
import { oneOf, useUrlState } from '../ui/urlState';
import { usePageQuery } from '../ui/usePageQuery';
import { WhoPays } from '../ui/WhoPays';
import { AccountRoles } from './AccountRoles';

const accountQuery = graphql(`
  query OperatorAccount(
    $number: ID!
    $inForce: Boolean
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    account(id: $number) {
      id
      accountNumber
      username
      name {
        full
      }
      email
      userType
      legacy
      createdAt
      allowedActions
      ...WhoPays
      roles(inForce: $inForce, first: $first, after: $after, last: $last, before: $before) {
        nodes {
          ...GrantRow
        }
        totalCount
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
    serviceCenter {
      zone
    }
  }
`);

const url = { show: oneOf(inForceFilter, 'in-force') };

export default function AccountPage() {
  const { number = '' } = useParams();
  const viewer = useViewer();
  const [{ show }, change] = useUrlState(url);
  const variables = { number, inForce: toInForce(show), ...usePageVariables() };
  const { data, error, stale, retry } = usePageQuery(accountQuery, variables);
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (!data || !viewer) return <PageSkeleton />;
  const { account } = data;
  // Everybody may ask for his own account, but this page is an operator's.
  if (!account?.roles || !viewer.areas.includes('OPERATOR')) return <NotFoundState />;

  const isOwn = account.id === viewer.account?.id;
  const whyNot = isOwn
    ? 'Nobody gives a role to himself: ask another operator.'
    : 'You may not give roles to this account.';
  return (
    <>
      <PageHeader
        title={account.name.full}
        lead="Account"
        up={{ to: paths.operatorAccounts(), label: 'Accounts' }}
        actions={
          <ReasonButton
            to={paths.operatorRoleGive(account.accountNumber)}
            reason={account.allowedActions.includes('ROLE_GIVE') ? undefined : whyNot}
          >
            Give a role
          </ReasonButton>
        }
      />
      <Section title="Who this is">
        <Facts>
          <Fact name="Account number">
            <CopyableId value={account.accountNumber} label="account number" />
          </Fact>
          <Fact name="Username">{account.username ?? 'Not shown'}</Fact>
          <Fact name="E-mail">
            {account.email ? <a href={`mailto:${account.email}`}>{account.email}</a> : 'Not shown'}
          </Fact>
          <Fact name="User type">{userTypeNames[account.userType]}</Fact>
          <Fact name="Kind of account">{account.legacy ? 'Legacy: not upgraded' : 'Upgraded'}</Fact>
          <Fact name="Account since">
            <TimeStamp value={account.createdAt} day />
          </Fact>
        </Facts>
      </Section>
      <WhoPays
        account={account}
        zone={data.serviceCenter.zone}
        holder="The holder himself"
        note="What the account uses is the firm’s while one answers for it, and the holder’s otherwise. It is changed at the firm."
        firm={({ number: firmNumber, name }) => <Link to={paths.operatorFirm(firmNumber)}>{name}</Link>}
      />
      <AccountRoles
        number={account.accountNumber}
        roles={account.roles}
        show={show}
        onShow={(value) => change({ show: value })}
        stale={stale}
      />
      <Outlet />
    </>
  );
}
