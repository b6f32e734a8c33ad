import { useCallback } from 'react';
import { useParams } from 'react-router';
import { paths } from '../../app/paths';
import type { UsageQuery } from '../../app/usageQuery';
import { ErrorState } from '../../ui/ErrorState';
import { NotFoundState } from '../../ui/NotFoundState';
import { PageHeader } from '../../ui/PageHeader';
import { usePageVariables } from '../../ui/paging';
import { usePageQuery } from '../../ui/usePageQuery';
import { CodeChanges } from './CodeChanges';
import { codeChangesQuery } from './codeChangesQuery';

export default function FirmCodeChangesPage() {
  const { number = '' } = useParams();
  const variables = { firm: number, ofFirm: true, ...usePageVariables() };
  const { data, error, stale, retry } = usePageQuery(codeChangesQuery, variables);
  const listOf = useCallback((uses: UsageQuery) => paths.firmTransactions(number, uses), [number]);
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (data && !data.firm?.usage) return <NotFoundState />;
  return (
    <>
      <PageHeader
        title="Changes of client codes"
        up={{ to: paths.firmTransactions(number), label: 'Transactions' }}
        lead="Client codes given after the use. What each use came with is kept."
      />
      <CodeChanges changes={data?.firm?.usage?.codeChanges} stale={stale} listOf={listOf} />
    </>
  );
}
