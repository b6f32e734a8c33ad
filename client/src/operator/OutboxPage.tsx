import { NavLink, Outlet, useMatch, useSearchParams } from 'react-router';
import { paths } from '../app/paths';
import { graphql } from '../generated';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { FilterBar } from '../ui/FilterBar';
import { PageHeader } from '../ui/PageHeader';
import { Pager } from '../ui/Pager';
import { usePageVariables } from '../ui/paging';
import { SearchField } from '../ui/SearchField';
import { TimeStamp } from '../ui/TimeStamp';
import { text, useUrlState } from '../ui/urlState';
import { usePageQuery } from '../ui/usePageQuery';
import { ListSkeleton } from './ListSkeleton';
import classes from './OutboxPage.module.css';

const outboxQuery = graphql(`
  query Outbox($filter: CaughtMailFilter, $first: Int, $after: String, $last: Int, $before: String) {
    caughtMails(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id
        receivedAt
        to
        subject
      }
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

const url = { search: text() };

export default function OutboxPage() {
  const [params] = useSearchParams();
  const [{ search }, change] = useUrlState(url);
  const reading = useMatch(paths.outboxMail(':mail')) !== null;
  const { data, error, retry } = usePageQuery(outboxQuery, {
    filter: { search: search || null },
    ...usePageVariables(25),
  });
  if (error) return <ErrorState error={error} onRetry={retry} />;
  const mails = data?.caughtMails;
  return (
    <>
      <PageHeader
        title="Outbox"
        lead="What this site has sent, as its mail catcher received it. Nothing here left the house."
      />
      <FilterBar label="Filter mail" active={search !== ''} onClear={() => change({ search: '' })}>
        <SearchField
          label="Search mail"
          placeholder="Subject, sender or receiver"
          value={search}
          onChange={(value) => change({ search: value }, { replace: true })}
        />
      </FilterBar>
      <div className={classes.panes} data-reading={reading || undefined}>
        <div className={classes.listPane}>
          {!mails && <ListSkeleton />}
          {mails?.totalCount === 0 && (
            <EmptyState title={search ? 'No mail matches' : 'No mail yet'}>
              {!search && 'As soon as the site sends something, it shows here.'}
            </EmptyState>
          )}
          <ul className={classes.list} aria-label="Mail">
            {mails?.nodes.map((mail) => (
              <li key={mail.id}>
                <NavLink
                  to={{ pathname: paths.outboxMail(mail.id), search: `${params}` }}
                  className={classes.mail}
                  preventScrollReset
                >
                  <span className={classes.subject}>{mail.subject}</span>
                  <span className={classes.detail}>
                    To {mail.to.join(', ')} · <TimeStamp value={mail.receivedAt} />
                  </span>
                </NavLink>
              </li>
            ))}
          </ul>
          {mails && <Pager page={mails.pageInfo} label="mail" />}
        </div>
        <div className={classes.message}>
          <Outlet />
        </div>
      </div>
    </>
  );
}
