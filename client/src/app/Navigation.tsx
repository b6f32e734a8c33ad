import { IconCode, IconHelp } from '@tabler/icons-react';
import { NavLink } from 'react-router';
import { openAreas } from './areas';
import classes from './Navigation.module.css';
import { paths } from './paths';
import { useViewer } from './viewer';

/** The areas that are open to the viewer. On a narrow screen it unfolds below the header. */
export function Navigation({ open }: { open: boolean }) {
  const viewer = useViewer();
  return (
    <nav
      id="navigation"
      className={classes.root}
      data-open={open || undefined}
      aria-label="Main"
      data-no-print
    >
      {openAreas(viewer).map(({ key, label, pages }) => (
        <div key={key} className={classes.group}>
          <p className={classes.heading} id={`area-${key}`}>
            {label}
          </p>
          <ul className={classes.list} aria-labelledby={`area-${key}`}>
            {pages.map(({ to, label: page, Icon, exact }) => (
              <li key={to}>
                <NavLink to={to} end={exact} className={classes.link}>
                  <Icon size="1.05rem" aria-hidden />
                  {page}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <ul className={classes.foot}>
        <li className={classes.narrowOnly}>
          <NavLink to={paths.help()} className={classes.link}>
            <IconHelp size="1.05rem" aria-hidden />
            Help
          </NavLink>
        </li>
        <li>
          <a href={paths.explorer()} className={classes.link}>
            <IconCode size="1.05rem" aria-hidden />
            API explorer
          </a>
        </li>
      </ul>
    </nav>
  );
}
