import { useMutation, useQuery } from '@apollo/client/react';
import { newClientCodeProblem } from '@countersign/shared/usage/import/client-code';
import { Button, Checkbox, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { UseFilter } from '../../generated/graphql';
import { FormErrors } from '../../ui/FormErrors';
import { useIdempotencyKey } from '../../ui/idempotencyKey';
import { notifyUndoable } from '../../ui/notify';
import { sendingProblem } from '../../ui/sendingProblem';
import { useFocusBack } from '../../ui/useFocusBack';
import { type FormProblem, fieldErrors, problemsOf } from '../../ui/userErrors';
import { CodePreview } from './CodePreview';
import { codeAssignMutation, codePreviewQuery, showingCodes } from './codeOperations';
import { useCodeUndo } from './useCodeUndo';

const idOf = (field: 'clientCode') => `code-${field}`;
const fields = ['clientCode'] as const;

interface CodeModalProps {
  /** The firm’s number; nothing for what one pays for oneself. */
  payer: string | null;
  filter: UseFilter;
  /** How many the filter finds; nothing where it is about the chosen alone. */
  matching: number | null;
  /** Those that were chosen one by one. */
  chosen: readonly string[];
  onDone: () => void;
  onClose: () => void;
}

const validate = {
  clientCode: (code: string, { away }: { away: boolean }) => {
    if (away) return null;
    return code.trim() === '' ? 'Type a client code.' : newClientCodeProblem(code.trim())?.message;
  },
};

function choicesOf(chosen: number, matching: number) {
  const all = { value: 'all', label: `All ${matching.toLocaleString('en-US')} that match the filter` };
  return chosen > 0 ? [{ value: 'chosen', label: `The ${chosen} chosen` }, all] : [all];
}

/** Gives uses a client code: which ones, which code, and what would change before anything does. */
export function CodeModal({ payer, filter, matching, chosen, onDone, onClose }: CodeModalProps) {
  useFocusBack();
  const key = useIdempotencyKey();
  const [problems, setProblems] = useState<FormProblem<'clientCode'>[]>([]);
  const form = useForm({
    initialValues: { which: chosen.length > 0 ? 'chosen' : 'all', clientCode: '', away: false },
    validate,
  });
  const { which, clientCode, away } = form.values;
  const uses = which === 'chosen' ? { uses: [...chosen] } : { filter };
  const wanted = { payer, ...uses, clientCode: away ? null : clientCode.trim() };
  const [asked] = useDebouncedValue(wanted, 250);
  const { data, previousData, loading } = useQuery(codePreviewQuery, {
    variables: { input: asked },
    skip:
      asked.clientCode === '' ||
      (asked.clientCode !== null && newClientCodeProblem(asked.clientCode) !== null),
    fetchPolicy: 'network-only',
  });
  const preview = (data ?? previousData)?.usageCodePreview;
  const stale = loading || JSON.stringify(asked) !== JSON.stringify(wanted);
  const { undo } = useCodeUndo();
  const [assign, sending] = useMutation(codeAssignMutation, { refetchQueries: showingCodes });

  const submit = form.onSubmit(async () => {
    try {
      const input = { ...wanted, expectedUses: preview?.uses, idempotencyKey: key.current() };
      const { data: answer } = await assign({ variables: { input } });
      key.answered();
      const refused = problemsOf(answer?.usageCodeAssign.userErrors ?? [], fields);
      setProblems(refused);
      form.setErrors(fieldErrors(refused));
      const change = answer?.usageCodeAssign.change;
      if (!change) return;
      const { uses: count, clientCode: code } = change;
      const have = `${count.toLocaleString('en-US')} ${count === 1 ? 'transaction now has' : 'transactions now have'}`;
      const message = `${have} ${code === null ? 'no client code' : `the code ${code}`}.`;
      notifyUndoable(message, () => void undo(change.id));
      onDone();
    } catch (failure) {
      setProblems([sendingProblem(failure)]);
    }
  });

  const ready = !stale && preview !== undefined && preview.uses > 0 && preview.userErrors.length === 0;
  return (
    <Modal opened title="Give a client code" onClose={onClose} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack>
          <FormErrors problems={problems} idOf={idOf} />
          {matching !== null && (
            <NativeSelect
              label="Which transactions"
              data={choicesOf(chosen.length, matching)}
              {...form.getInputProps('which')}
            />
          )}
          <TextInput
            id={idOf('clientCode')}
            label="Client code"
            description="What each came with is kept beside it. Statements stay as they are."
            disabled={away}
            data-autofocus
            {...form.getInputProps('clientCode')}
          />
          <Checkbox
            label="Take the codes away instead"
            {...form.getInputProps('away', { type: 'checkbox' })}
          />
          <CodePreview preview={preview} stale={stale} asked={away || clientCode.trim() !== ''} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={sending.loading} disabled={!ready}>
              {away ? 'Take the codes away' : 'Give the code'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
