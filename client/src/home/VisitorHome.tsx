import { Link } from 'react-router';
import { paths } from '../app/paths';
import { graphql } from '../generated';
import { courtTypeNames, keysOf } from '../ui/labels';
import { PageHeader } from '../ui/PageHeader';
import { usePageQuery } from '../ui/usePageQuery';
import { CourtSearch } from './CourtSearch';
import classes from './VisitorHome.module.css';

const countsQuery = graphql(`
  query CourtCounts {
    DISTRICT: courts(filter: { type: [DISTRICT] }, first: 1) {
      totalCount
    }
    BANKRUPTCY: courts(filter: { type: [BANKRUPTCY] }, first: 1) {
      totalCount
    }
    APPELLATE: courts(filter: { type: [APPELLATE] }, first: 1) {
      totalCount
    }
    NATIONAL: courts(filter: { type: [NATIONAL] }, first: 1) {
      totalCount
    }
  }
`);

export function VisitorHome() {
  // Without the counts the links still lead on: an error here is not worth a page.
  const { data } = usePageQuery(countsQuery, {});
  return (
    <>
      <div className={classes.hero}>
        <PageHeader
          title="One account for every court"
          lead="Countersign keeps one account for each person and one sign-in for all courts on Central Sign-On. Look up any federal court, see how one signs in there, and whom to call."
        />
        <CourtSearch />
        <p className={classes.signIn}>
          Have an account? <Link to={paths.signIn()}>Sign in</Link>
        </p>
      </div>
      <ul className={classes.types} aria-label="Courts by type">
        {keysOf(courtTypeNames).map((type) => (
          <li key={type}>
            <Link to={`${paths.courts()}?type=${type}`} className={classes.type}>
              <span className={classes.count}>{data ? data[type].totalCount : ' '}</span>
              {courtTypeNames[type]} courts
            </Link>
          </li>
        ))}
      </ul>
      <ul className={classes.points}>
        <li>
          <h2>Individual, never shared</h2>
          <p>
            Each person has an account of his own, with a seven-digit number that stays his wherever he works.
          </p>
        </li>
        <li>
          <h2>Roles that can be seen</h2>
          <p>
            Who administers a firm, who clerks for a court and until when is written down, given and ended in
            the open.
          </p>
        </li>
        <li>
          <h2>All of it by API</h2>
          <p>
            What a page shows, the API answers. <a href={paths.explorer()}>Open the explorer</a>; courts need
            no sign-in.
          </p>
        </li>
      </ul>
    </>
  );
}
