import { NativeSelect } from '@mantine/core';
import type {
  UsageImportDateOrder,
  UsageImportDecimalMark,
  UsageImportMapInput,
  UsageImportSeparator,
} from '../../generated/graphql';
import { optionsOf } from '../../ui/labels';
import classes from './ImportDesk.module.css';
import type { Draft } from './importDraft';
import type { Import } from './importQueries';
import { dateOrderNames, decimalMarkNames, separatorNames } from './words';

interface ImportLayoutProps {
  shown: Import;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  /** For what has the columns recognized anew, and is saved at once. */
  onSave: (input: UsageImportMapInput) => Promise<void>;
}

const unsaid = { value: '', label: 'Not needed, or not said' };

function rowOptions({ firstLines }: Import) {
  const rows = firstLines.map((cells, i) => ({
    value: String(i + 1),
    label: `Row ${i + 1}: ${cells.join(', ').slice(0, 60)}`,
  }));
  return [{ value: '0', label: 'None: the columns have no names' }, ...rows];
}

/** What holds for the file as a whole: where its names and cells are, and how it writes dates and amounts. */
export function ImportLayout({ shown, draft, onDraft, onSave }: ImportLayoutProps) {
  const based = { import: shown.id, expectedVersion: shown.version };
  return (
    <div className={classes.layout}>
      <NativeSelect
        label="Row with the names"
        data={rowOptions(shown)}
        value={String(shown.headerRow)}
        onChange={(event) => void onSave({ ...based, headerRow: Number(event.currentTarget.value) })}
      />
      <NativeSelect
        label="What stands between cells"
        data={optionsOf(separatorNames)}
        value={shown.separator}
        onChange={(event) =>
          void onSave({ ...based, separator: event.currentTarget.value as UsageImportSeparator })
        }
      />
      <NativeSelect
        label="Dates such as 01/02/2025"
        data={[unsaid, ...optionsOf(dateOrderNames)]}
        value={draft.dateOrder ?? ''}
        onChange={(event) =>
          onDraft({ ...draft, dateOrder: (event.currentTarget.value || null) as UsageImportDateOrder | null })
        }
      />
      <NativeSelect
        label="What stands before the cents"
        data={[unsaid, ...optionsOf(decimalMarkNames)]}
        value={draft.decimalMark ?? ''}
        onChange={(event) =>
          onDraft({
            ...draft,
            decimalMark: (event.currentTarget.value || null) as UsageImportDecimalMark | null,
          })
        }
      />
    </div>
  );
}
