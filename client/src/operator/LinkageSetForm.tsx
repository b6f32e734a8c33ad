import { useMutation } from '@apollo/client/react';
import { Button, Group, Stack } from '@mantine/core';
import { useNavigate, useParams } from 'react-router';
import { paths } from '../app/paths';
import { graphql } from '../generated';
import { AccountPicker } from '../ui/AccountPicker';
import { FormErrors } from '../ui/FormErrors';
import { RouteModal } from '../ui/RouteModal';
import { LinkageFields } from './LinkageFields';
import { LinkagePreview } from './LinkagePreview';
import { emptyValues, type Field, toPreviewInput, toSetInput } from './linkageInput';
import { useFirmZone } from './useFirmZone';
import { useLinkageForm } from './useLinkageForm';

const linkageSetMutation = graphql(`
  mutation LinkageSet($input: LinkageSetInput!) {
    linkageSet(input: $input) {
      linkage {
        ...LinkageRow
      }
      movedUses
      userErrors {
        message
        field
      }
    }
  }
`);

const idOf = (field: Field) => `linkage-set-${field}`;

export default function LinkageSetForm() {
  const { number = '' } = useParams();
  const navigate = useNavigate();
  const zone = useFirmZone();
  const back = paths.operatorFirm(number);
  const [set] = useMutation(linkageSetMutation, { refetchQueries: ['OperatorFirm'] });
  const { form, submit, problems, sending, question, preview } = useLinkageForm({
    initialValues: emptyValues,
    previewOf: (values) => toPreviewInput(number, values, zone),
    send: async (values, key) =>
      (await set({ variables: { input: toSetInput(number, values, zone, key) } })).data?.linkageSet,
    done: 'The account is linked.',
    confirm: 'Link it',
    back,
  });
  return (
    <RouteModal title="Link an account" back={back}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <FormErrors problems={problems} idOf={idOf} />
          <AccountPicker
            id={idOf('account')}
            label="Account"
            placeholder="Number, name, username or e-mail"
            data-autofocus
            value={form.values.account}
            onChange={(account) => form.setFieldValue('account', account)}
            error={form.errors.account}
          />
          <LinkageFields form={form} idOf={idOf} />
          <LinkagePreview input={preview} zone={zone} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => navigate(back, { preventScrollReset: true })}>
              Cancel
            </Button>
            <Button type="submit" loading={sending}>
              Link the account
            </Button>
          </Group>
        </Stack>
      </form>
      {question}
    </RouteModal>
  );
}
