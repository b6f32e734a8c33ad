import { Button } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { paths } from '../app/paths';
import { ErrorState } from '../ui/ErrorState';
import { NotFoundState } from '../ui/NotFoundState';
import { PageHeader } from '../ui/PageHeader';
import { UsesList } from './UsesList';
import { useUsesList } from './useUsesList';
import { ZoneContext } from './zone';

export default function FirmTransactionsPage() {
  const { number = '' } = useParams();
  const of = { firm: number };
  const { data, usage, error, retry, ...list } = useUsesList(of);
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (usage === null) return <NotFoundState />;
  return (
    <ZoneContext value={data?.serviceCenter.zone ?? 'America/Chicago'}>
      <PageHeader
        title="Transactions"
        up={{ to: paths.firm(number), label: data?.firm?.name ?? 'The firm' }}
        actions={
          <Button component={Link} to={paths.firmCodeChanges(number)} variant="default">
            Changes of client codes
          </Button>
        }
        lead="What its people used while it answered for them. Times are the service center’s."
      />
      <UsesList
        {...list}
        of={of}
        usage={usage}
        listOf={(other) => paths.firmTransactions(number, other)}
        beginning="They come with a list of transactions that is imported, or with receipts."
      />
    </ZoneContext>
  );
}
