import { useMutation } from '@apollo/client/react';
import { firmNameProblem } from '@countersign/shared/firms/firm';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../app/paths';
import { useViewer } from '../app/viewer';
import { graphql } from '../generated';
import { AccountPicker } from '../ui/AccountPicker';
import { FormErrors } from '../ui/FormErrors';
import { useIdempotencyKey } from '../ui/idempotencyKey';
import { NotFoundState } from '../ui/NotFoundState';
import { notifyDone } from '../ui/notify';
import { PageHeader } from '../ui/PageHeader';
import { PageSkeleton } from '../ui/PageSkeleton';
import { sendingProblem } from '../ui/sendingProblem';
import { type FormProblem, fieldErrors, problemsOf } from '../ui/userErrors';
import { useUnsavedGuard } from '../ui/useUnsavedGuard';

const firmCreateMutation = graphql(`
  mutation FirmCreate($input: FirmCreateInput!) {
    firmCreate(input: $input) {
      firm {
        id
        number
        name
      }
      userErrors {
        message
        field
      }
    }
  }
`);

const fields = ['name', 'administrator', 'number'] as const;
type Field = (typeof fields)[number];

const idOf = (field: Field) => `firm-new-${field}`;

const validate = {
  name: (name: string) => firmNameProblem(name.trim()),
  administrator: (account: string) => (account === '' ? 'Choose who administers the firm.' : null),
  number: (number: string) =>
    /^([1-9]\d{6})?$/.test(number.trim())
      ? null
      : 'A firm’s number has seven digits and does not begin with 0.',
};

export default function FirmNewPage() {
  const viewer = useViewer();
  const navigate = useNavigate();
  const key = useIdempotencyKey();
  const [problems, setProblems] = useState<FormProblem<Field>[]>([]);
  const [create, { loading }] = useMutation(firmCreateMutation);
  const form = useForm({ initialValues: { name: '', administrator: '', number: '' }, validate });
  const guard = useUnsavedGuard(form.isDirty());

  const show = (found: FormProblem<Field>[]) => {
    setProblems(found);
    form.setErrors(fieldErrors(found));
  };
  const submit = form.onSubmit(
    async ({ name, administrator, number }) => {
      try {
        const input = {
          name: name.trim(),
          administrator,
          number: number.trim() || null,
          idempotencyKey: key.current(),
        };
        const answer = (await create({ variables: { input } })).data?.firmCreate;
        key.answered();
        const refused = problemsOf(answer?.userErrors ?? [], fields);
        if (refused.length > 0 || !answer?.firm) return show(refused);
        guard.release();
        notifyDone(`${answer.firm.name} is created with the number ${answer.firm.number}.`);
        await navigate(paths.operatorFirm(answer.firm.number));
      } catch (error) {
        setProblems([sendingProblem(error)]);
      }
    },
    (errors) =>
      show(fields.flatMap((field) => (errors[field] ? { field, message: String(errors[field]) } : []))),
  );

  if (!viewer) return <PageSkeleton />;
  if (!viewer.areas.includes('OPERATOR')) return <NotFoundState />;
  return (
    <>
      <PageHeader
        title="New firm"
        lead="Opens a PACER Administrative Account and names who administers it. That person is told by mail."
        up={{ to: paths.operatorFirms(), label: 'Firms' }}
      />
      <form onSubmit={submit} noValidate>
        <Stack maw="32rem">
          <FormErrors problems={problems} idOf={idOf} />
          <TextInput id={idOf('name')} label="Name of the firm" {...form.getInputProps('name')} />
          <AccountPicker
            id={idOf('administrator')}
            label="Administrator"
            description="One person’s own account. Others can be given the role later."
            placeholder="Number, name, username or e-mail"
            value={form.values.administrator}
            onChange={(account) => form.setFieldValue('administrator', account)}
            error={form.errors.administrator}
          />
          <TextInput
            id={idOf('number')}
            label="Firm number (optional)"
            description="Seven digits, where it has one already. Left empty, a free one is drawn."
            inputMode="numeric"
            {...form.getInputProps('number')}
          />
          <Group>
            <Button type="submit" loading={loading}>
              Create the firm
            </Button>
            <Button variant="default" onClick={() => navigate(paths.operatorFirms())}>
              Cancel
            </Button>
          </Group>
        </Stack>
      </form>
      {guard.question}
    </>
  );
}
