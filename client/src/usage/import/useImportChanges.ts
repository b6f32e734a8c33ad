import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { UsageImportMapInput } from '../../generated/graphql';
import { useIdempotencyKey } from '../../ui/idempotencyKey';
import { notifyDone } from '../../ui/notify';
import { sendingProblem } from '../../ui/sendingProblem';
import type { UserError } from '../../ui/userErrors';
import {
  type Import,
  importCheckMutation,
  importDiscardMutation,
  importMapMutation,
  importRunMutation,
} from './importQueries';

interface Payload {
  readonly userErrors: readonly UserError[];
}

/** A server that refused: what it said is shown, and nothing that was to follow is done. */
class Refused extends Error {
  constructor(readonly userErrors: readonly UserError[]) {
    super();
  }
}

function done<Done extends Payload>(payload: Done | undefined): Done {
  if (!payload) throw new Error('The server gave no answer.');
  if (payload.userErrors.length > 0) throw new Refused(payload.userErrors);
  return payload;
}

const none: never[] = [];

/** What a person does with an import; each may save first how its file is read. */
export function useImportChanges(shown: Import, list: string) {
  const navigate = useNavigate();
  const key = useIdempotencyKey();
  const [problems, setProblems] = useState<readonly { message: string }[]>(none);
  const [busy, setBusy] = useState(false);
  const [map] = useMutation(importMapMutation);
  const [check] = useMutation(importCheckMutation);
  const [run] = useMutation(importRunMutation);
  const [discard] = useMutation(importDiscardMutation, { refetchQueries: ['UsageImports'] });

  const trying = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setProblems(none);
    try {
      await work();
    } catch (cause) {
      setProblems(cause instanceof Refused ? cause.userErrors : [sendingProblem(cause)]);
    } finally {
      setBusy(false);
    }
  };
  const saved = async (input: UsageImportMapInput) =>
    done((await map({ variables: { input } })).data?.usageImportMap).import;

  /** The version after what was to be saved first. */
  const versionAfter = async (input: UsageImportMapInput | null) =>
    input === null ? shown.version : ((await saved(input))?.version ?? shown.version);

  return {
    problems,
    busy,
    save: (input: UsageImportMapInput) => trying(() => saved(input)),
    check: (first: UsageImportMapInput | null) =>
      trying(async () => {
        const input = { import: shown.id, expectedVersion: await versionAfter(first) };
        done((await check({ variables: { input } })).data?.usageImportCheck);
      }),
    run: (first: UsageImportMapInput | null, allOrNothing: boolean) =>
      trying(async () => {
        const expectedVersion = await versionAfter(first);
        const input = { import: shown.id, expectedVersion, allOrNothing, idempotencyKey: key.current() };
        const { data } = await run({ variables: { input } });
        key.answered();
        done(data?.usageImportRun);
      }),
    discard: () =>
      trying(async () => {
        const input = { import: shown.id, expectedVersion: shown.version };
        done((await discard({ variables: { input } })).data?.usageImportDiscard);
        notifyDone(`${shown.fileName} is discarded.`);
        await navigate(list, { replace: true });
      }),
  };
}
