import { useMutation } from '@apollo/client/react';
import { roleNames } from '@countersign/shared/accounts/roles';
import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { paths } from '../app/paths';
import { graphql } from '../generated';
import { CourtPicker } from '../ui/CourtPicker';
import { FormErrors } from '../ui/FormErrors';
import { useIdempotencyKey } from '../ui/idempotencyKey';
import { optionsOf } from '../ui/labels';
import { notifyDone } from '../ui/notify';
import { RouteModal } from '../ui/RouteModal';
import { sendingProblem } from '../ui/sendingProblem';
import { type FormProblem, fieldErrors, problemsOf } from '../ui/userErrors';
import { useUnsavedGuard } from '../ui/useUnsavedGuard';
import {
  emptyValues,
  type Field,
  fields,
  type RoleGiveValues,
  scopeOf,
  toInput,
  validate,
} from './roleGiveInput';

const roleGiveMutation = graphql(`
  mutation RoleGive($input: RoleGiveInput!) {
    roleGive(input: $input) {
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

const idOf = (field: Field) => `role-give-${field}`;

export default function RoleGiveForm() {
  const { number = '' } = useParams();
  const navigate = useNavigate();
  const back = paths.operatorAccount(number);
  const key = useIdempotencyKey();
  const [problems, setProblems] = useState<FormProblem<Field>[]>([]);
  const [give, { loading }] = useMutation(roleGiveMutation, { refetchQueries: ['OperatorAccount'] });
  const form = useForm<RoleGiveValues>({ initialValues: emptyValues, validate });
  const scope = scopeOf(form.values);
  const guard = useUnsavedGuard(form.isDirty());

  const show = (found: FormProblem<Field>[]) => {
    setProblems(found);
    form.setErrors(fieldErrors(found));
  };
  const submit = form.onSubmit(
    async (values) => {
      try {
        const input = toInput(number, values, key.current());
        const { data } = await give({ variables: { input } });
        key.answered();
        const refused = problemsOf(data?.roleGive.userErrors ?? [], fields);
        if (refused.length > 0) return show(refused);
        guard.release();
        notifyDone(
          `${data?.roleGive.grant?.account.name.full ?? 'The account'} now has the role ${roleNames[input.role]}.`,
        );
        await navigate(back, { preventScrollReset: true });
      } catch (error) {
        setProblems([sendingProblem(error)]);
      }
    },
    (errors) =>
      show(fields.flatMap((field) => (errors[field] ? { field, message: String(errors[field]) } : []))),
  );

  return (
    <RouteModal title="Give a role" back={back}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <FormErrors problems={problems} idOf={idOf} />
          <NativeSelect
            id={idOf('role')}
            label="Role"
            data={[{ value: '', label: 'Choose a role' }, ...optionsOf(roleNames)]}
            data-autofocus
            {...form.getInputProps('role')}
          />
          {scope === 'FIRM' && (
            <TextInput
              id={idOf('firm')}
              label="Firm number"
              description="Seven digits"
              inputMode="numeric"
              {...form.getInputProps('firm')}
            />
          )}
          {scope === 'COURT' && (
            <CourtPicker
              id={idOf('court')}
              label="Court"
              placeholder="Type a part of its name or code"
              value={form.values.court}
              onChange={(code) => form.setFieldValue('court', code)}
              error={form.errors.court}
            />
          )}
          <TextInput
            id={idOf('until')}
            type="date"
            label="Until (optional)"
            description="The role ends by itself at the end of this day."
            {...form.getInputProps('until')}
          />
          <Textarea
            id={idOf('remark')}
            label="Remark (optional)"
            description="Why it is given, for whoever asks later."
            autosize
            minRows={2}
            maxRows={6}
            {...form.getInputProps('remark')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => navigate(back, { preventScrollReset: true })}>
              Cancel
            </Button>
            <Button type="submit" loading={loading}>
              Give the role
            </Button>
          </Group>
        </Stack>
      </form>
      {guard.question}
    </RouteModal>
  );
}
