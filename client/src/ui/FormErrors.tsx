import { type MouseEvent, useEffect, useRef } from 'react';
import classes from './FormErrors.module.css';
import type { FormProblem } from './userErrors';

interface FormErrorsProps<Field extends string> {
  problems: readonly FormProblem<Field>[];
  /** The id of the field's own input. */
  idOf: (field: Field) => string;
}

/** All that is wrong with a form, in one place, with a way to each field. Takes the focus when it appears. */
export function FormErrors<Field extends string>({ problems, idOf }: FormErrorsProps<Field>) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;

  const jump = (field: Field) => (event: MouseEvent) => {
    event.preventDefault();
    document.getElementById(idOf(field))?.focus();
  };
  return (
    <div ref={box} tabIndex={-1} role="alert" className={classes.root}>
      <p className={classes.title}>{problems.length === 1 ? 'There is a problem' : 'There are problems'}</p>
      <ul className={classes.list}>
        {problems.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            {field ? (
              <a href={`#${idOf(field)}`} onClick={jump(field)}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
