import { dollars } from '@countersign/shared/usage/dollars';
import { quarterLabel } from '@countersign/shared/usage/quarter';
import { useKindLabels } from '@countersign/shared/usage/use';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { paths } from '../app/paths';
import type { UsageQuery } from '../app/usageQuery';
import { CopyableId } from '../ui/CopyableId';
import { Fact, Facts } from '../ui/Facts';
import {
  authoritySentences,
  batchName,
  exemptReasonNames,
  formatNames,
  noClientCode,
  noCostCenter,
  noCourt,
} from './labels';
import classes from './UseFacts.module.css';
import { UseTime } from './UseTime';
import type { UseRow } from './usesQuery';
import { useZone } from './zone';

const notTold = 'Not told';

interface UseFactsProps {
  use: UseRow;
  /** The address of the list with another filter. */
  listOf: (uses: UsageQuery) => string;
  /** Gives it another client code, where one may. */
  onCode?: (use: string) => void;
}

/** How much it was: pages or bytes, and what of it is charged. */
function sizeOf({ format, pages, bytes, billablePages }: UseRow): string {
  const parts = [
    format && formatNames[format],
    pages !== null && `${pages.toLocaleString('en-US')} pages`,
    bytes !== null && `${bytes.toLocaleString('en-US')} bytes`,
    billablePages !== null && `${billablePages.toLocaleString('en-US')} billable`,
  ].filter(Boolean);
  return parts.length === 0 ? notTold : parts.join(' · ');
}

function Price({ use }: { use: UseRow }) {
  const { charge, expectedCharge, difference, cause, verdict } = use;
  return (
    <>
      <Fact name="Charge">
        <strong>{dollars(charge.cents)}</strong>
      </Fact>
      <Fact name="By the schedule">{expectedCharge ? dollars(expectedCharge.cents) : 'Cannot be told'}</Fact>
      {difference && difference.cents !== 0 && (
        <Fact name="Difference">
          {dollars(difference.cents)}
          <span className={classes.more}>{cause}</span>
        </Fact>
      )}
      {verdict === 'UNCHECKABLE' && cause && <Fact name="Why not checked">{cause}</Fact>}
      {use.exemptReason && (
        <Fact name="Exempt">
          {exemptReasonNames[use.exemptReason]}
          {use.exemptNote && <span className={classes.more}>As written: {use.exemptNote}</span>}
        </Fact>
      )}
    </>
  );
}

/** Where it came from, and where it was found again. */
function Origin({ use, listOf }: Omit<UseFactsProps, 'onCode'>) {
  const { authority, transactionNumber, batch, alsoIn, firm } = use;
  const linkTo = (one: NonNullable<UseRow['batch']>) => (
    <Link to={listOf({ batch: one.id })}>{batchName(one)}</Link>
  );
  return (
    <>
      <Fact name="Paid by">{firm?.name ?? 'The person'}</Fact>
      <Fact name="Standing">{authoritySentences[authority]}</Fact>
      <Fact name="Transaction number">
        {transactionNumber ? <CopyableId value={transactionNumber} label="transaction number" /> : notTold}
      </Fact>
      {batch && <Fact name="Came with">{linkTo(batch)}</Fact>}
      {alsoIn.length > 0 && (
        <Fact name="Also in">
          <ul className={classes.list}>
            {alsoIn.map((one) => (
              <li key={one.id}>{linkTo(one)}</li>
            ))}
          </ul>
        </Fact>
      )}
    </>
  );
}

/** Everything that is known of one use; what it shares with others leads to them. */
export function UseFacts({ use, listOf, onCode }: UseFactsProps) {
  const zone = useZone();
  const { account, court, caseNumber, clientCode, givenClientCode, costCenter } = use;
  const to = (uses: UsageQuery, words: ReactNode) => <Link to={listOf(uses)}>{words}</Link>;
  return (
    <Facts>
      <Fact name="When">
        <UseTime use={use} zone={zone} />
        <span className={classes.more}>
          {quarterLabel(use.quarter)}, {use.timeKnown ? `on the clock of ${zone}` : 'its time is not told'}
        </span>
      </Fact>
      <Fact name="Person">
        {account ? to({ person: account.accountNumber }, account.name.full) : 'No longer yours to see'}
        {account && <span className={classes.more}>Account {account.accountNumber}</span>}
      </Fact>
      <Fact name="Court">
        {court ? to({ court: court.code }, court.title) : noCourt}
        {court && (
          <span className={classes.more}>
            {court.code} · <Link to={paths.court(court.code)}>About this court</Link>
          </span>
        )}
      </Fact>
      <Fact name="Case">{caseNumber ? to({ q: caseNumber }, caseNumber) : 'No case'}</Fact>
      <Fact name="Kind">{useKindLabels[use.kind]}</Fact>
      {use.description && <Fact name="Description">{use.description}</Fact>}
      {use.search && <Fact name="Searched for">{use.search}</Fact>}
      <Fact name="Client code">
        {to({ client: clientCode ?? '' }, clientCode ?? noClientCode)}
        {onCode && (
          <Button variant="subtle" size="compact-xs" ml="xs" onClick={() => onCode(use.id)} data-no-print>
            Give another
          </Button>
        )}
        {givenClientCode !== clientCode && (
          <span className={classes.more}>Given with the use: {givenClientCode ?? 'none'}</span>
        )}
      </Fact>
      <Fact name="Cost center">{to({ costCenter: costCenter ?? '' }, costCenter ?? noCostCenter)}</Fact>
      <Fact name="Size">{sizeOf(use)}</Fact>
      <Price use={use} />
      <Origin use={use} listOf={listOf} />
    </Facts>
  );
}
