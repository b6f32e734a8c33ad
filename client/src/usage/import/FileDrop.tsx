import { type DragEvent, type ReactNode, useId, useState } from 'react';
import classes from './FileDrop.module.css';

interface FileDropProps {
  label: string;
  children: ReactNode;
  onFile: (file: File) => void;
}

/** Takes one file that is chosen or dropped. */
export function FileDrop({ label, children, onFile }: FileDropProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way more; the field within is for everybody.
    <div
      className={classes.root}
      data-over={over || undefined}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false);
        take(event.dataTransfer.files);
      }}
    >
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        aria-describedby={`${id}-hint`}
        className={classes.input}
        onChange={(event) => {
          take(event.currentTarget.files);
          // So that the same file can be chosen again once it was mended.
          event.currentTarget.value = '';
        }}
      />
      <div id={`${id}-hint`} className={classes.hint}>
        {children}
      </div>
    </div>
  );
}
