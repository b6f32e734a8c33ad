import { Navigate, useLocation } from 'react-router';
import { paths } from '../app/paths';
import { useViewer } from '../app/viewer';
import { ChoiceList } from '../ui/ChoiceList';
import { NotFoundState } from '../ui/NotFoundState';
import { PageHeader } from '../ui/PageHeader';
import { PageSkeleton } from '../ui/PageSkeleton';
import { SignInInvitation } from '../ui/SignInInvitation';

export default function FirmChoicePage() {
  const viewer = useViewer();
  const { pathname } = useLocation();
  if (!viewer) return <PageSkeleton />;
  if (!viewer.account) return <SignInInvitation back={paths.signIn(pathname)} />;
  const [only, ...others] = viewer.firms;
  if (!only) return <NotFoundState />;
  if (others.length === 0) return <Navigate to={paths.firm(only.number)} replace />;
  return (
    <>
      <PageHeader title="Your firms" lead="You administer several firms. Choose one." />
      <ChoiceList
        choices={viewer.firms.map(({ number, name }) => ({
          to: paths.firm(number),
          label: name,
          detail: number,
        }))}
      />
    </>
  );
}
