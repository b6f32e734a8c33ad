import { useKindLabels } from '@countersign/shared/usage/use';
import { NativeSelect } from '@mantine/core';
import type { UseKind } from '../../generated/graphql';
import { optionsOf } from '../../ui/labels';
import { PlainTable } from '../../ui/PlainTable';
import { Section } from '../../ui/Section';
import { type Draft, withKind } from './importDraft';
import type { Findings } from './importQueries';
import { count } from './words';

interface ImportKindsProps {
  unknown: Findings['unknownKinds'] | undefined;
  draft: Draft;
  onDraft: (draft: Draft) => void;
}

const options = [{ value: '', label: 'Not known' }, ...optionsOf(useKindLabels)];

/** Words of the list’s own for kinds of uses, and what is meant by each. */
export function ImportKinds({ unknown, draft, onDraft }: ImportKindsProps) {
  const rows = new Map((unknown?.named ?? []).map(({ name, rows: found }) => [name, found]));
  const words = [...new Set([...draft.kinds.keys(), ...rows.keys()])].filter((word) => word.trim() !== '');
  if (words.length === 0) return null;
  return (
    <Section title="Words for kinds" note="Say what the list means by each; they are kept for the next list.">
      <PlainTable
        caption="Words for kinds"
        columns={[
          { head: 'As it stands in the list', cell: (word) => word, names: true },
          { head: 'Rows not known', cell: (word) => count(rows.get(word) ?? 0), figures: true },
          {
            head: 'Means',
            cell: (word) => (
              <NativeSelect
                size="xs"
                aria-label={`${word} means`}
                data={options}
                value={draft.kinds.get(word) ?? ''}
                onChange={(event) =>
                  onDraft(withKind(draft, word, (event.currentTarget.value || null) as UseKind | null))
                }
              />
            ),
          },
        ]}
        rows={words}
        rowId={(word) => word}
        stacks
      />
    </Section>
  );
}
