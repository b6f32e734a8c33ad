import { NativeSelect } from '@mantine/core';
import type { UsageImportColumn } from '../../generated/graphql';
import { optionsOf } from '../../ui/labels';
import { type PlainColumn, PlainTable } from '../../ui/PlainTable';
import classes from './ImportDesk.module.css';
import { type Draft, withColumn } from './importDraft';
import type { Import } from './importQueries';
import { columnNames } from './words';

interface ImportColumnsProps {
  shown: Import;
  draft: Draft;
  onDraft: (draft: Draft) => void;
}

interface FileColumn {
  readonly header: string;
  readonly samples: string;
}

const options = [{ value: '', label: 'Not read' }, ...optionsOf(columnNames)];
const mostSamples = 3;

function columnsOf({ headers, headerRow, firstLines }: Import): FileColumn[] {
  const rows = firstLines.slice(headerRow);
  return headers.map((header, place) => {
    const values = new Set(rows.map((cells) => (cells[place] ?? '').trim()).filter((value) => value !== ''));
    return { header, samples: [...values].slice(0, mostSamples).join(' · ') };
  });
}

/** Each column of the file with some of what is in it, and what it is read as. */
export function ImportColumns({ shown, draft, onDraft }: ImportColumnsProps) {
  const columns: PlainColumn<FileColumn>[] = [
    { head: 'Column of the list', cell: ({ header }) => header, names: true },
    {
      head: 'For example',
      cell: ({ samples }) => <span className={classes.sample}>{samples || '—'}</span>,
    },
    {
      head: 'Is read as',
      cell: ({ header }) => (
        <NativeSelect
          size="xs"
          aria-label={`${header} is read as`}
          data={options}
          value={draft.columns.get(header) ?? ''}
          onChange={(event) => {
            const value = (event.currentTarget.value || null) as UsageImportColumn | null;
            onDraft(withColumn(draft, header, value));
          }}
        />
      ),
    },
  ];
  return (
    <PlainTable
      caption="Columns of the list"
      columns={columns}
      rows={columnsOf(shown)}
      rowId={({ header }) => header}
      stacks
    />
  );
}
