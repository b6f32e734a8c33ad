import { dollars } from '@countersign/shared/usage/dollars';
import { useKindLabels } from '@countersign/shared/usage/use';
import type { ReactNode } from 'react';
import { showInstantIn } from '../../ui/dates';
import { type PlainColumn, PlainTable } from '../../ui/PlainTable';
import { Section } from '../../ui/Section';
import { Figure, Figures } from '../Figure';
import { useZone } from '../zone';
import classes from './ImportFindings.module.css';
import type { Findings } from './importQueries';
import { columnNames, count, problemNames, rowsText } from './words';

type Problem = Findings['firstProblems'][number];
type ProblemCount = Findings['problemCounts'][number];
type Row = Findings['firstRows'][number];
type Names = Findings['unknownCourts'];

const columnOf = ({ column }: Pick<Problem, 'column'>) => (column ? columnNames[column] : 'The row');
const cell = (text: ReactNode) => text ?? '—';

const kindsOfProblems: PlainColumn<ProblemCount>[] = [
  { head: 'Problem', cell: ({ code }) => problemNames[code], names: true },
  { head: 'Column', cell: columnOf },
  { head: 'Rows', cell: ({ rows }) => count(rows), figures: true },
];

const lineOf = ({ line }: { line: number }) => <span className={classes.line}>{count(line)}</span>;

const problemColumns: PlainColumn<Problem>[] = [
  { head: 'Line', cell: lineOf, names: true },
  { head: 'Column', cell: columnOf },
  { head: 'What stands there', cell: ({ value }) => <span className={classes.value}>{value || '—'}</span> },
  { head: 'What is wrong', cell: ({ message }) => message },
];

const rowColumns = (zone: string): PlainColumn<Row>[] => {
  const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: zone });
  const when = ({ at, timeKnown }: Row) => (timeKnown ? showInstantIn(at, zone) : day.format(new Date(at)));
  return [
    { head: 'Line', cell: lineOf, names: true },
    { head: 'When', cell: when },
    { head: 'Person', cell: ({ account }) => cell(account?.name.full) },
    { head: 'Court', cell: ({ court }) => cell(court?.code) },
    { head: 'Kind', cell: ({ kind }) => useKindLabels[kind] },
    { head: 'Case', cell: ({ caseNumber }) => cell(caseNumber) },
    { head: 'Description', cell: ({ description, search }) => cell(description ?? search) },
    { head: 'Client code', cell: ({ clientCode }) => cell(clientCode) },
    { head: 'Pages', cell: ({ pages }) => cell(pages), figures: true },
    { head: 'Charge', cell: ({ charge }) => dollars(charge.cents), figures: true },
  ];
};

function UnknownNames({ title, note, names }: { title: string; note: string; names: Names }) {
  const { named, otherRows } = names;
  if (named.length === 0) return null;
  return (
    <Section title={title} note={note}>
      <PlainTable
        caption={title}
        columns={[
          { head: 'As it stands in the list', cell: ({ name }) => name || 'Nothing', names: true },
          { head: 'Rows', cell: ({ rows }) => count(rows), figures: true },
        ]}
        rows={named}
        rowId={({ name }) => name}
      />
      {otherRows > 0 && <p className={classes.more}>And {rowsText(otherRows)} with others.</p>}
    </Section>
  );
}

/** Problems in the order of their lines, and how many there are of each kind. */
function Problems({ findings }: { findings: Findings }) {
  const { firstProblems, problemCounts, badRows } = findings;
  if (badRows === 0) return null;
  const told = problemCounts.reduce((sum, { rows }) => sum + rows, 0);
  const first =
    firstProblems.length < told ? `The first ${count(firstProblems.length)} of ${count(told)}. ` : '';
  return (
    <>
      <Section title="Kinds of problems" note="A row with several problems counts for each.">
        <PlainTable
          caption="Kinds of problems"
          columns={kindsOfProblems}
          rows={problemCounts}
          rowId={({ code, column }) => `${code} ${column}`}
        />
      </Section>
      <Section
        title="Problems line by line"
        note={`${first}The file of bad rows has them all, with everything that stands in the rows.`}
      >
        <PlainTable
          caption="Problems line by line"
          columns={problemColumns}
          rows={firstProblems}
          rowId={({ line, code, column }) => `${line} ${code} ${column}`}
          stacks
        />
      </Section>
    </>
  );
}

/** What was found in all of a list. */
export function ImportFindings({ findings }: { findings: Findings }) {
  const zone = useZone();
  const { rows, goodRows, badRows, charge, differingRows, difference, firstRows } = findings;
  return (
    <>
      <Section title="What the list holds">
        <Figures quiet>
          <Figure name="Good rows" value={count(goodRows)}>
            Of {rowsText(rows)}
          </Figure>
          <Figure name="Bad rows" value={count(badRows)} />
          <Figure name="Charge of the good ones" value={dollars(charge.cents)} />
          <Figure name="Not charged by the fee schedule" value={count(differingRows)}>
            {differingRows > 0 ? `By ${dollars(difference.cents)} in all; kept as charged` : undefined}
          </Figure>
        </Figures>
      </Section>
      <Problems findings={findings} />
      <UnknownNames
        title="Accounts that are not the payer’s"
        note="At all, or not at that time. They are never guessed: mend the rows, or have the accounts linked first."
        names={findings.unknownAccounts}
      />
      <UnknownNames
        title="Courts that are not known"
        note="They are never guessed: write the court’s id, such as mowd, or its title."
        names={findings.unknownCourts}
      />
      {firstRows.length > 0 && (
        <Section title="The first rows" note="As they are kept. Times are the service center’s.">
          <PlainTable
            caption="The first rows"
            columns={rowColumns(zone)}
            rows={firstRows}
            rowId={({ line }) => String(line)}
            stacks
          />
        </Section>
      )}
    </>
  );
}
