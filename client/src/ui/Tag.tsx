import type { ReactNode } from 'react';
import classes from './Tag.module.css';

interface TagProps {
  tone?: 'neutral' | 'good' | 'caution' | 'bad';
  children: ReactNode;
}

/** A word of status. The color only repeats what the word says. */
export function Tag({ tone = 'neutral', children }: TagProps) {
  return (
    <span className={classes.root} data-tone={tone}>
      {children}
    </span>
  );
}
