import { useMutation } from '@apollo/client/react';
import { roleNames } from '@countersign/shared/accounts/roles';
import { Button, Group, Skeleton, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { paths } from '../app/paths';
import { graphql } from '../generated';
import { FormErrors } from '../ui/FormErrors';
import { useIdempotencyKey } from '../ui/idempotencyKey';
import { notifyDone } from '../ui/notify';
import { RouteModal } from '../ui/RouteModal';
import { sendingProblem } from '../ui/sendingProblem';
import { usePageQuery } from '../ui/usePageQuery';
import { type FormProblem, fieldErrors, problemsOf } from '../ui/userErrors';
import { useUnsavedGuard } from '../ui/useUnsavedGuard';

const roleToEndQuery = graphql(`
  query RoleToEnd($id: ID!) {
    node(id: $id) {
      ... on RoleGrant {
        ...GrantRow
      }
    }
  }
`);

const roleEndMutation = graphql(`
  mutation RoleEnd($input: RoleEndInput!) {
    roleEnd(input: $input) {
      grant {
        ...GrantRow
      }
      userErrors {
        message
        field
      }
    }
  }
`);

const idOf = (field: 'remark') => `role-end-${field}`;

export default function RoleEndForm() {
  const { number = '', grant: id = '' } = useParams();
  const navigate = useNavigate();
  const back = paths.operatorAccount(number);
  const key = useIdempotencyKey();
  const { data, error } = usePageQuery(roleToEndQuery, { id });
  const [problems, setProblems] = useState<FormProblem<'remark'>[]>([]);
  const [end, { loading }] = useMutation(roleEndMutation, { refetchQueries: ['OperatorAccount'] });
  const form = useForm({ initialValues: { remark: '' } });
  const guard = useUnsavedGuard(form.isDirty());
  const grant = data?.node?.__typename === 'RoleGrant' ? data.node : undefined;

  const submit = form.onSubmit(async ({ remark }) => {
    try {
      const input = { grant: id, remark: remark.trim() || null, idempotencyKey: key.current() };
      const answer = await end({ variables: { input } });
      key.answered();
      const refused = problemsOf(answer.data?.roleEnd.userErrors ?? [], ['remark'] as const);
      setProblems(refused);
      form.setErrors(fieldErrors(refused));
      if (refused.length > 0) return;
      guard.release();
      notifyDone('The role is ended.');
      await navigate(back, { preventScrollReset: true });
    } catch (failure) {
      setProblems([sendingProblem(failure)]);
    }
  });

  const where = grant?.firm?.name ?? grant?.court?.title ?? 'the whole site';
  return (
    <RouteModal title="End a role" back={back}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <FormErrors problems={error ? [sendingProblem(error)] : problems} idOf={idOf} />
          {grant ? (
            <p>
              {grant.account.name.full} is no longer <strong>{roleNames[grant.role]}</strong> for {where} from
              now on. It takes effect with the next page this person opens.
            </p>
          ) : (
            !error && <Skeleton h="3rem" />
          )}
          <Textarea
            id={idOf('remark')}
            label="Remark (optional)"
            description="Why it is ended, for whoever asks later."
            autosize
            minRows={2}
            maxRows={6}
            data-autofocus
            {...form.getInputProps('remark')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => navigate(back, { preventScrollReset: true })}>
              Cancel
            </Button>
            <Button type="submit" color="red" loading={loading} disabled={!grant}>
              End the role
            </Button>
          </Group>
        </Stack>
      </form>
      {guard.question}
    </RouteModal>
  );
}
