import { useMutation } from '@apollo/client/react';
import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { useNavigate, useParams } from 'react-router';
import { paths } from '../app/paths';
import { graphql } from '../generated';
import { FormErrors } from '../ui/FormErrors';
import type { LinkageRow } from '../ui/linkages';
import { RouteModal } from '../ui/RouteModal';
import { TimeStamp } from '../ui/TimeStamp';
import { LinkageFields } from './LinkageFields';
import { LinkageMissing } from './LinkageMissing';
import { LinkagePreview } from './LinkagePreview';
import { type Field, toCorrectInput, toPreviewInput, valuesOf } from './linkageInput';
import { useFirmZone } from './useFirmZone';
import { useLinkageForm } from './useLinkageForm';
import { useLinkageToChange } from './useLinkageToChange';

const linkageCorrectMutation = graphql(`
  mutation LinkageCorrect($input: LinkageCorrectInput!) {
    linkageCorrect(input: $input) {
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

const idOf = (field: Field) => `linkage-correct-${field}`;

function CorrectForm({ linkage, back }: { linkage: LinkageRow; back: string }) {
  const navigate = useNavigate();
  const zone = useFirmZone();
  const [correct] = useMutation(linkageCorrectMutation, { refetchQueries: ['OperatorFirm'] });
  const { form, submit, problems, sending, question, preview } = useLinkageForm({
    initialValues: valuesOf(linkage, zone),
    previewOf: (values) => toPreviewInput(linkage.firm.number, values, zone, linkage),
    send: async (values, key) =>
      (await correct({ variables: { input: toCorrectInput(linkage, values, zone, key) } })).data
        ?.linkageCorrect,
    done: 'The interval is corrected.',
    confirm: 'Correct it',
    back,
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <FormErrors problems={problems} idOf={idOf} />
        <p>
          When {linkage.firm.name} answers for {linkage.account.name.full} ({linkage.account.accountNumber}).
          It was set <TimeStamp value={linkage.setAt} day />
          {linkage.setBy ? ` by ${linkage.setBy.name.full}` : ''}.
        </p>
        <LinkageFields form={form} idOf={idOf} />
        <LinkagePreview input={preview} zone={zone} />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => navigate(back, { preventScrollReset: true })}>
            Cancel
          </Button>
          <Button type="submit" loading={sending}>
            Correct the interval
          </Button>
        </Group>
      </Stack>
      {question}
    </form>
  );
}

export default function LinkageCorrectForm() {
  const { number = '', linkage: id = '' } = useParams();
  const back = paths.operatorFirm(number);
  const { linkage, error } = useLinkageToChange(id);
  return (
    <RouteModal title="Correct an interval" back={back}>
      {linkage && <CorrectForm key={linkage.id} linkage={linkage} back={back} />}
      {linkage === undefined && !error && <Skeleton h="24rem" />}
      {(error || linkage === null) && <LinkageMissing error={error} />}
    </RouteModal>
  );
}
