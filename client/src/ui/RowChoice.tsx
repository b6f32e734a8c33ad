import { useEffect, useRef } from 'react';
import classes from './RowChoice.module.css';

/** Which rows are chosen, by their ids; on other pages of the list as well. */
export interface RowSelection {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** The same set with some ids in it, or without them. */
export function withChosen(chosen: ReadonlySet<string>, ids: readonly string[], on: boolean): Set<string> {
  const next = new Set(chosen);
  for (const id of ids) on ? next.add(id) : next.delete(id);
  return next;
}

interface RowChoiceProps {
  label: string;
  checked: boolean;
  /** Some of what it stands for is chosen, and some not. */
  partly?: boolean;
  onChange: (on: boolean) => void;
}

/** A box of the browser's own: a table has a hundred of them. */
export function RowChoice({ label, checked, partly = false, onChange }: RowChoiceProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = partly;
  }, [partly]);
  return (
    <label className={classes.root}>
      <input
        ref={box}
        type="checkbox"
        className={classes.box}
        aria-label={label}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
