import { useApolloClient } from '@apollo/client/react';
import { dollars } from '@countersign/shared/usage/dollars';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import type { LinkagePreviewInput } from '../generated/graphql';
import { ConfirmModal } from '../ui/ConfirmModal';
import { useIdempotencyKey } from '../ui/idempotencyKey';
import { notifyDone } from '../ui/notify';
import { sendingProblem } from '../ui/sendingProblem';
import { type FormProblem, fieldErrors, type UserError } from '../ui/userErrors';
import { useUnsavedGuard } from '../ui/useUnsavedGuard';
import { usesText } from '../usage/usesText';
import { linkagePreviewQuery } from './LinkagePreview';
import { type Field, fields, type LinkageValues, linkageProblems, validate } from './linkageInput';

interface Answer {
  readonly userErrors: readonly UserError[];
  readonly movedUses: number | null;
}

interface LinkageForm {
  readonly initialValues: LinkageValues;
  readonly previewOf: (values: LinkageValues) => LinkagePreviewInput | null;
  readonly send: (values: LinkageValues, idempotencyKey: string) => Promise<Answer | undefined>;
  readonly done: string;
  readonly confirm: string;
  readonly back: string;
}

const previewDelay = 300;

/** A form that changes intervals: it asks first when uses would get another payer, and keeps what was typed. */
export function useLinkageForm({ initialValues, previewOf, send, done, confirm, back }: LinkageForm) {
  const navigate = useNavigate();
  const client = useApolloClient();
  const key = useIdempotencyKey();
  const [problems, setProblems] = useState<FormProblem<Field>[]>([]);
  const [sending, setSending] = useState(false);
  const [asked, setAsked] = useState<{ values: LinkageValues; moved: string } | null>(null);
  const form = useForm<LinkageValues>({ initialValues, validate });
  const guard = useUnsavedGuard(form.isDirty());
  const [previewed] = useDebouncedValue(form.values, previewDelay);

  const show = (found: FormProblem<Field>[]) => {
    setProblems(found);
    form.setErrors(fieldErrors(found));
  };
  const trying = async (work: () => Promise<void>) => {
    setSending(true);
    try {
      await work();
    } catch (error) {
      setProblems([sendingProblem(error)]);
    } finally {
      setSending(false);
    }
  };
  const sendNow = (values: LinkageValues) =>
    trying(async () => {
      const answer = await send(values, key.current());
      key.answered();
      const refused = linkageProblems(answer?.userErrors ?? []);
      if (refused.length > 0) return show(refused);
      guard.release();
      const moved = answer?.movedUses ?? 0;
      notifyDone(moved === 0 ? done : `${done} ${usesText(moved)} changed hands.`);
      await navigate(back, { preventScrollReset: true });
    });
  const submit = form.onSubmit(
    (values) =>
      trying(async () => {
        const input = previewOf(values);
        const preview =
          input &&
          (await client.query({ query: linkagePreviewQuery, variables: { input }, fetchPolicy: 'no-cache' }))
            .data?.linkagePreview;
        if (!preview || preview.movedUses === 0) return sendNow(values);
        const moved = `${usesText(preview.movedUses)} (${dollars(preview.movedCharge.cents)})`;
        setAsked({ values, moved });
      }),
    (errors) =>
      show(fields.flatMap((field) => (errors[field] ? { field, message: String(errors[field]) } : []))),
  );

  const question: ReactNode = asked ? (
    <ConfirmModal
      title="Uses will change hands"
      confirm={confirm}
      cancel="Go back"
      onConfirm={() => {
        setAsked(null);
        void sendNow(asked.values);
      }}
      onClose={() => setAsked(null)}
    >
      With this, {asked.moved} get another payer, with what they cost. The holder of the account and the
      firm’s administrators are told by mail.
    </ConfirmModal>
  ) : (
    guard.question
  );
  return { form, submit, problems, sending, question, preview: previewOf(previewed) };
}
