import { dollars } from '@countersign/shared/usage/dollars';
import { Skeleton } from '@mantine/core';
import type { UsageCodePreviewQuery } from '../../generated/graphql';
import { noClientCode } from '../labels';
import classes from './CodePreview.module.css';

const count = (number: number) => number.toLocaleString('en-US');

interface CodePreviewProps {
  preview: UsageCodePreviewQuery['usageCodePreview'] | undefined;
  /** Whether it belongs to what was asked for before. */
  stale: boolean;
  /** Whether there is a code to tell anything of. */
  asked: boolean;
}

/** What would change: how many uses, what they come to, and which codes they would lose. */
export function CodePreview({ preview, stale, asked }: CodePreviewProps) {
  if (!asked) return <p className={classes.root}>What would change is told here before anything does.</p>;
  if (!preview) return <Skeleton className={classes.root} />;
  const { uses, charge, unchanged, codes, furtherCodes, userErrors } = preview;
  const [problem] = userErrors;
  if (problem)
    return (
      <p role="status" className={classes.root}>
        {problem.message}
      </p>
    );
  return (
    <div className={classes.root} data-stale={stale || undefined}>
      <p role="status">
        <strong>
          {count(uses)} {uses === 1 ? 'transaction' : 'transactions'}
        </strong>{' '}
        of {dollars(charge.cents)} would change.
        {unchanged > 0 && ` ${count(unchanged)} ${unchanged === 1 ? 'has' : 'have'} it already.`}
      </p>
      {codes.length > 0 && (
        <table className={classes.table}>
          <caption>What they have now</caption>
          <thead>
            <tr>
              <th scope="col">Client code</th>
              <th scope="col" data-number>
                Transactions
              </th>
              <th scope="col" data-number>
                Charge
              </th>
            </tr>
          </thead>
          <tbody>
            {codes.map((code) => (
              <tr key={code.clientCode}>
                <th scope="row">{code.clientCode ?? noClientCode}</th>
                <td data-number>{count(code.uses)}</td>
                <td data-number>{dollars(code.charge.cents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {furtherCodes > 0 && <p>And {count(furtherCodes)} further codes.</p>}
    </div>
  );
}
