import { Navigate, useLocation } from 'react-router';
import { paths } from '../app/paths';
import { useViewer } from '../app/viewer';
import { ChoiceList } from '../ui/ChoiceList';
import { NotFoundState } from '../ui/NotFoundState';
import { PageHeader } from '../ui/PageHeader';
import { PageSkeleton } from '../ui/PageSkeleton';
import { SignInInvitation } from '../ui/SignInInvitation';

export default function ClerkChoicePage() {
  const viewer = useViewer();
  const { pathname } = useLocation();
  if (!viewer) return <PageSkeleton />;
  if (!viewer.account) return <SignInInvitation back={paths.signIn(pathname)} />;
  const [only, ...others] = viewer.clerkCourts;
  if (!only) return <NotFoundState />;
  if (others.length === 0) return <Navigate to={paths.clerkCourt(only.code)} replace />;
  return (
    <>
      <PageHeader title="Your courts" lead="You clerk for several courts. Choose one." />
      <ChoiceList
        choices={viewer.clerkCourts.map(({ code, title }) => ({
          to: paths.clerkCourt(code),
          label: title,
          detail: code,
        }))}
      />
    </>
  );
}
