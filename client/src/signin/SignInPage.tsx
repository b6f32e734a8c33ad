import { useApolloClient } from '@apollo/client/react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { paths } from '../app/paths';
import { returnPath } from '../app/returnPath';
import { startOver } from '../app/startOver';
import { useViewer } from '../app/viewer';
import { PageHeader } from '../ui/PageHeader';
import { SignInForm } from './SignInForm';
import classes from './SignInPage.module.css';

export default function SignInPage() {
  const client = useApolloClient();
  const [params] = useSearchParams();
  const viewer = useViewer();

  // Once the viewer is known, there is nothing left to do here.
  if (viewer?.account) return <Navigate to={returnPath(params.get('next'), paths.home())} replace />;

  return (
    <div className={classes.root}>
      <PageHeader title="Sign in" lead="One account for every court on Central Sign-On." />
      <div className={classes.card}>
        <SignInForm onSignedIn={() => startOver(client)} />
      </div>
      <p className={classes.note}>
        Filing at a court that keeps its own login? <Link to={paths.courts()}>Find the court</Link> for its
        address and help desk.
      </p>
    </div>
  );
}
