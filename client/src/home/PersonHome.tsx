import { Link } from 'react-router';
import { openAreas } from '../app/areas';
import type { Viewer } from '../app/viewer';
import type { Area } from '../generated/graphql';
import { PageHeader } from '../ui/PageHeader';
import { CourtSearch } from './CourtSearch';
import classes from './PersonHome.module.css';

const explained: Record<Area, string> = {
  COURTS: 'Look up a court: how one signs in there, and whom to call.',
  ACCOUNT: 'Who you are here, which roles you have, and where you are signed in.',
  FIRM: 'A firm you administer: what it spends, on what and for whom.',
  CLERK: 'The courts you clerk for, as the public sees them.',
  OPERATOR: 'Accounts, roles, firms and mail of the whole site.',
};

export function PersonHome({ viewer, name }: { viewer: Viewer; name: string }) {
  return (
    <>
      <PageHeader title={`Welcome, ${name}`} lead="This is what is open to you." />
      <CourtSearch />
      <div className={classes.areas}>
        {openAreas(viewer).map(({ key, area, label, pages }) => (
          <section key={key} className={classes.area} aria-labelledby={`home-${key}`}>
            <h2 id={`home-${key}`}>{label}</h2>
            <p className={classes.explained}>{explained[area]}</p>
            <ul className={classes.pages}>
              {pages.map(({ to, label: page, Icon }) => (
                <li key={to}>
                  <Link to={to} className={classes.page}>
                    <Icon size="1.1rem" aria-hidden />
                    {page}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
