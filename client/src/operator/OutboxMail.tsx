import { useRef } from 'react';
import { useParams } from 'react-router';
import { graphql } from '../generated';
import { ErrorState } from '../ui/ErrorState';
import { Fact, Facts } from '../ui/Facts';
import { NotFoundState } from '../ui/NotFoundState';
import { usePageTitle } from '../ui/pageTitle';
import { TimeStamp } from '../ui/TimeStamp';
import { usePageQuery } from '../ui/usePageQuery';
import { ListSkeleton } from './ListSkeleton';
import { linkParts } from './linkParts';
import classes from './OutboxMail.module.css';

const mailQuery = graphql(`
  query OutboxMail($id: ID!) {
    node(id: $id) {
      ... on CaughtMail {
        id
        receivedAt
        from
        to
        subject
        text
      }
    }
  }
`);

export default function OutboxMail() {
  const { mail: id = '' } = useParams();
  const { data, error, retry } = usePageQuery(mailQuery, { id });
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (!data) return <ListSkeleton />;
  if (data.node?.__typename !== 'CaughtMail') return <NotFoundState />;
  return <Message mail={data.node} />;
}

interface MessageProps {
  mail: { receivedAt: string; from: string; to: string[]; subject: string; text: string };
}

function Message({ mail }: MessageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(mail.subject, heading);
  return (
    <article>
      <h2 ref={heading} tabIndex={-1} className={classes.subject}>
        {mail.subject}
      </h2>
      <Facts>
        <Fact name="From">{mail.from}</Fact>
        <Fact name="To">{mail.to.join(', ')}</Fact>
        <Fact name="Received">
          <TimeStamp value={mail.receivedAt} />
        </Fact>
      </Facts>
      <div className={classes.text}>
        {linkParts(mail.text).map(({ text, href, at }) =>
          href ? (
            <a key={at} href={href} data-plain>
              {text}
            </a>
          ) : (
            text
          ),
        )}
      </div>
    </article>
  );
}
