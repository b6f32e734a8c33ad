import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'react-router';
import { paths } from '../app/paths';
import { graphql } from '../generated';
import { CopyableId } from '../ui/CopyableId';
import { ErrorState } from '../ui/ErrorState';
import { Fact, Facts } from '../ui/Facts';
import { userTypeNames } from '../ui/labels';
import { PageHeader } from '../ui/PageHeader';
import { PageSkeleton } from '../ui/PageSkeleton';
import { Section } from '../ui/Section';
import { SignInInvitation } from '../ui/SignInInvitation';
import { TimeStamp } from '../ui/TimeStamp';
import { usePageQuery } from '../ui/usePageQuery';
import { WhoPays } from '../ui/WhoPays';
import { OwnRoles } from './OwnRoles';
import { Permissions } from './Permissions';

const SignOutEverywhere = lazy(() => import('../app/SignOutEverywhere'));

const myAccountQuery = graphql(`
  query MyAccount {
    viewer {
      account {
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
        ...WhoPays
      }
      roles {
        ...OwnRole
      }
      permissions {
        ...OwnPermission
      }
      session {
        signedInAt
        endsAt
        idleEndsAt
      }
    }
    serviceCenter {
      zone
    }
  }
`);

export default function AccountPage() {
  const { pathname } = useLocation();
  const [confirming, setConfirming] = useState(false);
  const { data, error, retry } = usePageQuery(myAccountQuery, {});
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (!data) return <PageSkeleton />;
  const { account, roles, permissions, session } = data.viewer;
  if (!account) return <SignInInvitation back={paths.signIn(pathname)} />;
  return (
    <>
      <PageHeader title="My account" lead={account.name.full} />
      <Section title="Who you are">
        <Facts>
          <Fact name="Account number">
            <CopyableId value={account.accountNumber} label="account number" />
          </Fact>
          <Fact name="Username">{account.username ?? 'Not shown'}</Fact>
          <Fact name="Name">{account.name.full}</Fact>
          <Fact name="E-mail">{account.email ?? 'Not shown'}</Fact>
          <Fact name="User type">{userTypeNames[account.userType]}</Fact>
          <Fact name="Kind of account">
            {account.legacy ? 'Legacy: it may search, but not file, until it is upgraded' : 'Upgraded'}
          </Fact>
          <Fact name="Account since">
            <TimeStamp value={account.createdAt} day />
          </Fact>
        </Facts>
      </Section>
      <WhoPays
        account={account}
        zone={data.serviceCenter.zone}
        holder="You yourself"
        note="What you use while a firm answers for your account is billed to the firm, and its administrators see it. The rest is yours."
        firm={({ number, name }) => `${name} (${number})`}
      />
      <OwnRoles roles={roles} />
      <Permissions permissions={permissions} />
      {session && (
        <Section
          title="This session"
          note="A session ends by itself. Signing out everywhere ends those on other devices too."
          actions={
            <Button variant="default" onClick={() => setConfirming(true)}>
              Sign out everywhere
            </Button>
          }
        >
          <Facts>
            <Fact name="Signed in">
              <TimeStamp value={session.signedInAt} />
            </Fact>
            <Fact name="Ends without use">
              <TimeStamp value={session.idleEndsAt} />
            </Fact>
            <Fact name="Ends in any case">
              <TimeStamp value={session.endsAt} />
            </Fact>
          </Facts>
        </Section>
      )}
      {confirming && (
        <Suspense>
          <SignOutEverywhere onClose={() => setConfirming(false)} />
        </Suspense>
      )}
    </>
  );
}
