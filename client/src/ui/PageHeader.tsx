import { type ReactNode, useRef } from 'react';
import { Link } from 'react-router';
import classes from './PageHeader.module.css';
import { usePageTitle } from './pageTitle';

interface PageHeaderProps {
  title: string;
  /** The page above this one. */
  up?: { to: string; label: string };
  lead?: ReactNode;
  actions?: ReactNode;
}

export function PageHeader({ title, up, lead, actions }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(title, heading);
  return (
    <div className={classes.root}>
      <div className={classes.words}>
        {up && (
          <Link to={up.to} className={classes.up} data-no-print>
            <span aria-hidden="true">← </span>
            {up.label}
          </Link>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <div className={classes.lead}>{lead}</div>}
      </div>
      {actions && (
        <div className={classes.actions} data-no-print>
          {actions}
        </div>
      )}
    </div>
  );
}
