import { Button, Group } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '../app/paths';
import { ErrorState } from '../ui/ErrorState';
import { FilterChoice } from '../ui/FilterChoice';
import { PageHeader } from '../ui/PageHeader';
import { SignInInvitation } from '../ui/SignInInvitation';
import { oneOf, useUrlState } from '../ui/urlState';
import { UsesList } from './UsesList';
import { useUsesList } from './useUsesList';
import { ZoneContext } from './zone';

const url = { paid: oneOf(['any', 'self'], 'any') };

const paidOptions = [
  { value: 'any', label: 'Whoever paid' },
  { value: 'self', label: 'Paid by myself' },
] as const;

export default function OwnTransactionsPage() {
  const [{ paid }, changePaid] = useUrlState(url);
  const of = paid === 'self' ? 'payer' : 'person';
  const { data, usage, error, retry, ...list } = useUsesList(of);
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (usage === null) return <SignInInvitation back={paths.signIn(paths.accountTransactions())} />;
  return (
    <ZoneContext value={data?.serviceCenter.zone ?? 'America/Chicago'}>
      <PageHeader
        title="My transactions"
        up={{ to: paths.account(), label: 'My account' }}
        lead="What you used, at whichever firm. Times are the service center’s."
        actions={
          <Group gap="xs">
            <Button component={Link} to={paths.accountCodeChanges()} variant="default">
              Changes of client codes
            </Button>
            <FilterChoice
              label="Who paid"
              options={paidOptions}
              value={paid}
              onChange={(value) => changePaid({ paid: value })}
            />
          </Group>
        }
      />
      <UsesList
        {...list}
        of={of}
        usage={usage}
        listOf={(other) => paths.accountTransactions(other)}
        beginning="What you use of PACER appears here when it is recorded or imported."
      />
    </ZoneContext>
  );
}
