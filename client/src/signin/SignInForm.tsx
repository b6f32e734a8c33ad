import { useMutation } from '@apollo/client/react';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { graphql } from '../generated';
import { readApiError } from '../ui/apiError';
import { FormErrors } from '../ui/FormErrors';
import { notifyDone } from '../ui/notify';
import type { FormProblem } from '../ui/userErrors';
import classes from './SignInForm.module.css';
import { Throttled } from './Throttled';

const signInMutation = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      ... on SignedIn {
        viewer {
          account {
            id
          }
        }
      }
      ... on SignInRefused {
        message
      }
      ... on SignInThrottled {
        message
        retryAfterSeconds
      }
    }
  }
`);

type Field = 'username' | 'password';

interface Throttle {
  message: string;
  until: number;
}

interface SignInFormProps {
  onSignedIn: (accountId: string) => Promise<void> | void;
}

export function SignInForm({ onSignedIn }: SignInFormProps) {
  // What somebody signed in may see is not kept beside what a visitor saw: the caller renews the cache.
  const [signIn, { loading }] = useMutation(signInMutation, { fetchPolicy: 'no-cache' });
  const [problems, setProblems] = useState<FormProblem<Field>[]>([]);
  const [throttle, setThrottle] = useState<Throttle>();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { username: '', password: '' },
    validate: {
      username: (value) => (value.trim() === '' ? 'Enter your username.' : null),
      password: (value) => (value === '' ? 'Enter your password.' : null),
    },
  });

  const submit = form.onSubmit(
    async (input) => {
      setProblems([]);
      try {
        const { data } = await signIn({ variables: { input } });
        const answer = data?.signIn;
        if (answer?.__typename === 'SignedIn' && answer.viewer.account) {
          await onSignedIn(answer.viewer.account.id);
          return notifyDone('You are signed in.');
        }
        if (answer?.__typename === 'SignInThrottled') {
          return setThrottle({
            message: answer.message,
            until: Date.now() + answer.retryAfterSeconds * 1000,
          });
        }
        if (answer?.__typename === 'SignInRefused')
          setProblems([{ message: answer.message, field: 'username' }]);
      } catch (error) {
        const { message } = readApiError(error);
        setProblems([
          { message: message ?? 'The server cannot be reached. Check your connection and try again.' },
        ]);
      }
    },
    (errors) => {
      const missing = (['username', 'password'] as const).filter((field) => errors[field]);
      setProblems(missing.map((field) => ({ field, message: String(errors[field]) })));
    },
  );

  return (
    <form className={classes.root} onSubmit={submit} noValidate>
      {throttle ? (
        <Throttled message={throttle.message} until={throttle.until} onOver={() => setThrottle(undefined)} />
      ) : (
        <FormErrors problems={problems} idOf={(field) => `sign-in-${field}`} />
      )}
      <TextInput
        id="sign-in-username"
        label="Username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        key={form.key('username')}
        {...form.getInputProps('username')}
      />
      <PasswordInput
        id="sign-in-password"
        label="Password"
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
        key={form.key('password')}
        {...form.getInputProps('password')}
      />
      <Button type="submit" size="md" loading={loading} disabled={throttle !== undefined}>
        Sign in
      </Button>
    </form>
  );
}
