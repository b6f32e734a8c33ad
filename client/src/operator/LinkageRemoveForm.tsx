import { useMutation } from '@apollo/client/react';
import { Button, Group, Skeleton, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { paths } from '../app/paths';
import { graphql } from '../generated';
import { FormErrors } from '../ui/FormErrors';
import { useIdempotencyKey } from '../ui/idempotencyKey';
import { showInterval } from '../ui/intervals';
import { notifyDone } from '../ui/notify';
import { RouteModal } from '../ui/RouteModal';
import { sendingProblem } from '../ui/sendingProblem';
import { type FormProblem, fieldErrors, problemsOf } from '../ui/userErrors';
import { useUnsavedGuard } from '../ui/useUnsavedGuard';
import { usesText } from '../usage/usesText';
import { LinkageMissing } from './LinkageMissing';
import { LinkagePreview } from './LinkagePreview';
import { useFirmZone } from './useFirmZone';
import { useLinkageToChange } from './useLinkageToChange';

const linkageRemoveMutation = graphql(`
  mutation LinkageRemove($input: LinkageRemoveInput!) {
    linkageRemove(input: $input) {
      removedLinkage
      movedUses
      userErrors {
        message
        field
      }
    }
  }
`);

const idOf = (field: 'remark') => `linkage-remove-${field}`;

export default function LinkageRemoveForm() {
  const { number = '', linkage: id = '' } = useParams();
  const navigate = useNavigate();
  const back = paths.operatorFirm(number);
  const zone = useFirmZone();
  const key = useIdempotencyKey();
  const { linkage, error } = useLinkageToChange(id);
  const [problems, setProblems] = useState<FormProblem<'remark'>[]>([]);
  const [remove, { loading }] = useMutation(linkageRemoveMutation, { refetchQueries: ['OperatorFirm'] });
  const form = useForm({ initialValues: { remark: '' } });
  const guard = useUnsavedGuard(form.isDirty());

  const submit = form.onSubmit(async ({ remark }) => {
    if (!linkage) return;
    try {
      const input = {
        linkage: id,
        expectedVersion: linkage.version,
        remark: remark.trim() || null,
        idempotencyKey: key.current(),
      };
      const answer = (await remove({ variables: { input } })).data?.linkageRemove;
      key.answered();
      const refused = problemsOf(answer?.userErrors ?? [], ['remark'] as const);
      setProblems(refused);
      form.setErrors(fieldErrors(refused));
      if (refused.length > 0) return;
      guard.release();
      const moved = answer?.movedUses ?? 0;
      notifyDone(`The interval is taken back.${moved > 0 ? ` ${usesText(moved)} changed hands.` : ''}`);
      await navigate(back, { preventScrollReset: true });
    } catch (failure) {
      setProblems([sendingProblem(failure)]);
    }
  });

  return (
    <RouteModal title="Take an interval back" back={back}>
      {error || linkage === null ? (
        <LinkageMissing error={error} />
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            <FormErrors problems={problems} idOf={idOf} />
            {linkage ? (
              <p>
                It will be as if <strong>{linkage.firm.name}</strong> had never answered for{' '}
                <strong>{linkage.account.name.full}</strong> {showInterval(linkage, zone)}. For somebody who
                leaves, correct the last day instead.
              </p>
            ) : (
              <Skeleton h="4.5rem" />
            )}
            <LinkagePreview input={linkage ? { linkage: id, remove: true } : null} zone={zone} />
            <Textarea
              id={idOf('remark')}
              label="Remark (optional)"
              description="Why it is taken back, for whoever asks later."
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
              <Button type="submit" color="red" loading={loading} disabled={!linkage}>
                Take it back
              </Button>
            </Group>
          </Stack>
        </form>
      )}
      {guard.question}
    </RouteModal>
  );
}
