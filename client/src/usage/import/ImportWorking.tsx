import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { useEffect, useState } from 'react';
import { ConfirmModal } from '../../ui/ConfirmModal';
import { notifyFailed } from '../../ui/notify';
import { Section } from '../../ui/Section';
import { sendingProblem } from '../../ui/sendingProblem';
import { type Import, importCancelMutation, importProgressQuery } from './importQueries';
import { Meter } from './Meter';
import { count, rowsText } from './words';

const pollInterval = 1000;

/** How far it is: asked for apart from the page, which shows the end with all that was found at once. */
function useProgress({ id, progress, state }: Import, onEnd: () => void) {
  const { data } = useQuery(importProgressQuery, {
    variables: { id },
    pollInterval,
    fetchPolicy: 'no-cache',
  });
  const now = data?.node && 'state' in data.node ? data.node : null;
  const ended = data !== undefined && now?.state !== state;
  useEffect(() => {
    if (ended) onEnd();
  }, [ended, onEnd]);
  return now?.progress ?? progress;
}

export function ImportWorking({ shown, onEnd }: { shown: Import; onEnd: () => void }) {
  const { bytes, rows, badRows } = useProgress(shown, onEnd);
  const [asking, setAsking] = useState(false);
  const [cancel] = useMutation(importCancelMutation);
  const checking = shown.state === 'CHECKING';
  const what = checking ? 'check' : 'import';

  const giveUp = async () => {
    setAsking(false);
    try {
      const { data } = await cancel({ variables: { input: { import: shown.id } } });
      const [refused] = data?.usageImportCancel.userErrors ?? [];
      if (refused) notifyFailed('It is not cancelled', refused.message);
    } catch (error) {
      notifyFailed('It is not cancelled', sendingProblem(error).message);
    }
  };
  return (
    <Section title={checking ? 'The check' : 'The import'}>
      <Meter name={checking ? 'Checked' : 'Imported'} done={bytes} all={shown.bytes}>
        {rowsText(rows)}, {count(badRows)} bad
      </Meter>
      <Group mt="md" data-no-print>
        <Button variant="default" disabled={shown.cancelAsked} onClick={() => setAsking(true)}>
          {shown.cancelAsked ? 'Giving up …' : `Cancel the ${what}`}
        </Button>
      </Group>
      {asking && (
        <ConfirmModal
          title={`Cancel the ${what}?`}
          confirm={`Cancel the ${what}`}
          cancel="Let it go on"
          danger
          onConfirm={() => void giveUp()}
          onClose={() => setAsking(false)}
        >
          Nothing of it is kept. The file stays here, and you can begin again.
        </ConfirmModal>
      )}
    </Section>
  );
}
