import { useQuery } from '@apollo/client/react';
import { dollars } from '@countersign/shared/usage/dollars';
import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../generated';
import type { LinkagePreviewInput } from '../generated/graphql';
import { showInterval } from '../ui/intervals';
import { usesText } from '../usage/usesText';
import classes from './LinkagePreview.module.css';

export const linkagePreviewQuery = graphql(`
  query LinkageHandOvers($input: LinkagePreviewInput!) {
    linkagePreview(input: $input) {
      handOvers {
        from
        until
        uses
        charge {
          cents
        }
        fromCostCenter
        toCostCenter
        fromPayer {
          ... on Firm {
            id
            name
          }
          ... on Account {
            id
            fullName: name {
              full
            }
          }
        }
        toPayer {
          ... on Firm {
            id
            name
          }
          ... on Account {
            id
            fullName: name {
              full
            }
          }
        }
      }
      movedUses
      movedCharge {
        cents
      }
      userErrors {
        message
      }
    }
  }
`);

type Preview = ResultOf<typeof linkagePreviewQuery>['linkagePreview'];
type HandOver = Preview['handOvers'][number];
type PayerName = HandOver['fromPayer'];

const nameOf = (payer: PayerName) => (payer.__typename === 'Firm' ? payer.name : payer.fullName.full);

/** Who gives and who takes; within a firm, the cost centers. */
function between({ fromPayer, toPayer, fromCostCenter, toCostCenter }: HandOver): string {
  if (fromPayer.id !== toPayer.id) return `from ${nameOf(fromPayer)} to ${nameOf(toPayer)}`;
  return `from ${fromCostCenter ?? 'no cost center'} to ${toCostCenter ?? 'no cost center'}`;
}

interface PreviewProps {
  /** Nothing while there is nothing to ask. */
  input: LinkagePreviewInput | null;
  zone: string;
}

/** What a change of an interval would move, before it is made. */
export function LinkagePreview({ input, zone }: PreviewProps) {
  const result = useQuery(linkagePreviewQuery, {
    variables: { input: input ?? {} },
    skip: input === null,
    fetchPolicy: 'network-only',
  });
  const { handOvers = [], userErrors = [] } =
    (input && (result.data ?? result.previousData)?.linkagePreview) || {};
  const refusal = userErrors[0];
  const moving = handOvers.filter(({ uses }) => uses > 0);
  return (
    <section className={classes.root} aria-label="What would change hands" aria-busy={result.loading}>
      <h3 className={classes.title}>What would change hands</h3>
      <div role="status">
        {!input && <p>Choose the account and the first day to see it.</p>}
        {input && !result.data && !result.previousData && <p>Counting…</p>}
        {refusal && <p>It would be refused: {refusal.message}</p>}
        {input && (result.data ?? result.previousData) && !refusal && moving.length === 0 && (
          <p>Nothing that was used so far.</p>
        )}
        {moving.length > 0 && (
          <ul className={classes.list}>
            {moving.map((one) => (
              <li key={one.from}>
                <strong>
                  {usesText(one.uses)} ({dollars(one.charge.cents)})
                </strong>{' '}
                {between(one)}, used {showInterval(one, zone)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
