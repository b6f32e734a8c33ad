import { paths } from '../../app/paths';
import { ErrorState } from '../../ui/ErrorState';
import { PageHeader } from '../../ui/PageHeader';
import { usePageVariables } from '../../ui/paging';
import { SignInInvitation } from '../../ui/SignInInvitation';
import { usePageQuery } from '../../ui/usePageQuery';
import { CodeChanges } from './CodeChanges';
import { codeChangesQuery } from './codeChangesQuery';

export default function OwnCodeChangesPage() {
  const variables = { firm: '', ofFirm: false, ...usePageVariables() };
  const { data, error, stale, retry } = usePageQuery(codeChangesQuery, variables);
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (data && !data.viewer?.usage)
    return <SignInInvitation back={paths.signIn(paths.accountCodeChanges())} />;
  return (
    <>
      <PageHeader
        title="Changes of client codes"
        up={{ to: paths.accountTransactions(), label: 'My transactions' }}
        lead="Client codes that you gave after the use. What each use came with is kept."
      />
      <CodeChanges
        changes={data?.viewer?.usage?.codeChanges}
        stale={stale}
        listOf={paths.accountTransactions}
      />
    </>
  );
}
