import { useMutation } from '@apollo/client/react';
import { useCallback } from 'react';
import { randomKey } from '../../ui/idempotencyKey';
import { notifyDone, notifyFailed } from '../../ui/notify';
import { sendingProblem } from '../../ui/sendingProblem';
import { codeUndoMutation, showingCodes } from './codeOperations';

const transactions = (count: number) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? 'transaction' : 'transactions'}`;

/** What undoing came to, in a sentence. */
export function undoneInWords({
  givenBack,
  kept,
}: {
  givenBack: number | null;
  kept: number | null;
}): string {
  const back = `Undone: ${transactions(givenBack ?? 0)} got back what they had.`;
  return kept ? `${back} ${transactions(kept)} were changed since and keep what they have.` : back;
}

/** Undoes a change of client codes and says what came of it. */
export function useCodeUndo() {
  const [send, { loading }] = useMutation(codeUndoMutation, { refetchQueries: showingCodes });
  const undo = useCallback(
    async (change: string) => {
      try {
        const { data } = await send({ variables: { input: { change, idempotencyKey: randomKey() } } });
        const answer = data?.usageCodeUndo;
        const [problem] = answer?.userErrors ?? [];
        if (answer?.change) notifyDone(undoneInWords(answer.change));
        else notifyFailed('Not undone', problem?.message ?? 'Try again.');
      } catch (failure) {
        notifyFailed('Not undone', sendingProblem(failure).message);
      }
    },
    [send],
  );
  return { undo, loading };
}
