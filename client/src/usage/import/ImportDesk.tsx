import { Button, Checkbox, Group } from '@mantine/core';
import { useState } from 'react';
import { ConfirmModal } from '../../ui/ConfirmModal';
import { FormErrors } from '../../ui/FormErrors';
import { Section } from '../../ui/Section';
import { useUnsavedGuard } from '../../ui/useUnsavedGuard';
import { ImportColumns } from './ImportColumns';
import classes from './ImportDesk.module.css';
import { ImportKinds } from './ImportKinds';
import { ImportLayout } from './ImportLayout';
import { draftOf, isSame, mapInputOf } from './importDraft';
import type { Import } from './importQueries';
import { useImportChanges } from './useImportChanges';

/** The draft of how the file is read; one that was saved is replaced by what the server made of it. */
function useDraft(shown: Import) {
  const { version } = shown;
  const before = draftOf(shown);
  const [draft, setDraft] = useState(before);
  const [basedOn, setBasedOn] = useState(version);
  if (basedOn !== version) {
    setBasedOn(version);
    setDraft(before);
  }
  const changed = !isSame(draft, before);
  return { draft, setDraft, changed, input: changed ? mapInputOf(shown.id, version, draft, before) : null };
}

/** An import on which nobody works: how its file is read, and what is to be done with it. */
export function ImportDesk({ shown, list }: { shown: Import; list: string }) {
  const { draft, setDraft, changed, input } = useDraft(shown);
  const changes = useImportChanges(shown, list);
  const guard = useUnsavedGuard(changed);
  const [allOrNothing, setAllOrNothing] = useState(shown.allOrNothing);
  const [discarding, setDiscarding] = useState(false);
  const { mappingProblems, findings, badRowsUrl } = shown;
  const open = changed || mappingProblems.length === 0;
  const checked = shown.state === 'CHECKED' && !changed;
  return (
    <>
      <FormErrors problems={changes.problems} idOf={() => ''} />
      <Section title="What to do">
        {mappingProblems.length > 0 && (
          <ul className={classes.problems}>
            {mappingProblems.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        )}
        <Checkbox
          label="All or nothing: one bad row stops the import"
          checked={allOrNothing}
          onChange={(event) => setAllOrNothing(event.currentTarget.checked)}
        />
        <Group mt="sm" data-no-print>
          <Button
            variant={checked ? 'default' : 'filled'}
            disabled={!open}
            loading={changes.busy}
            onClick={() => void changes.check(input)}
          >
            Check the list
          </Button>
          <Button
            variant={checked ? 'filled' : 'default'}
            disabled={!open}
            onClick={() => void changes.run(input, allOrNothing)}
          >
            Import it
          </Button>
          {badRowsUrl && !changed && (
            <Button component="a" href={badRowsUrl} download variant="default">
              Download the bad rows
            </Button>
          )}
          <Button variant="subtle" color="red" onClick={() => setDiscarding(true)}>
            Discard it
          </Button>
        </Group>
      </Section>
      <Section
        title="How the list is read"
        note="What you say here is kept for the next list with these columns."
        actions={
          changed && (
            <Button size="xs" variant="default" onClick={() => input && void changes.save(input)}>
              Save
            </Button>
          )
        }
      >
        <ImportLayout shown={shown} draft={draft} onDraft={setDraft} onSave={changes.save} />
        <ImportColumns shown={shown} draft={draft} onDraft={setDraft} />
      </Section>
      <ImportKinds unknown={findings?.unknownKinds} draft={draft} onDraft={setDraft} />
      {discarding && (
        <ConfirmModal
          title="Discard this import?"
          confirm="Discard it"
          cancel="Keep it"
          danger
          onConfirm={() => {
            setDiscarding(false);
            guard.release();
            void changes.discard();
          }}
          onClose={() => setDiscarding(false)}
        >
          The file is taken away. Nothing of it was imported.
        </ConfirmModal>
      )}
      {guard.question}
    </>
  );
}
