import type { ImportColumn } from '@countersign/shared/usage/import/column-names';
import type {
  FoundProblem,
  FoundRow,
  ImportFindings,
  ImportProgress,
  UnknownNames,
} from '@countersign/shared/usage/import/import-findings';
import type { RowProblemCode } from '@countersign/shared/usage/import/row-problem';
import type { NewUse } from '../new-use';
import type { BadRow, Piece } from './read-rows';

const mostNames = 100;
const mostCounted = 10_000;
const mostRows = 20;
const mostProblems = 200;

/** JSON of Postgres has no NUL. */
const shown = (text: string) => text.replaceAll('\0', '\ufffd');

class NameCounter {
  private readonly counts = new Map<string, number>();
  private others = 0;

  add(name: string): void {
    const before = this.counts.get(name);
    if (before === undefined && this.counts.size >= mostCounted) this.others++;
    else this.counts.set(name, (before ?? 0) + 1);
  }

  names(): UnknownNames {
    const sorted = [...this.counts].sort(([, a], [, b]) => b - a);
    const named = sorted.slice(0, mostNames).map(([name, rows]) => ({ name, rows }));
    const unnamed = sorted.slice(mostNames).reduce((sum, [, rows]) => sum + rows, 0);
    return { named, otherRows: unnamed + this.others };
  }
}

function foundRow({
  line,
  instant,
  day,
  scheduleId,
  exemptNote,
  transactionKey,
  numberSeen,
  contentKey,
  ...rest
}: NewUse): FoundRow {
  return { ...rest, line: line ?? 0, at: new Date(instant).toISOString() };
}

/** Gathers what a file holds, in the memory of its lists alone. */
export class Tally {
  private bytes = 0;
  private good = 0;
  private bad = 0;
  private chargeCents = 0;
  private differing = 0;
  private differenceCents = 0;
  private readonly problems = new Map<
    string,
    { code: RowProblemCode; column: ImportColumn | null; rows: number }
  >();
  private readonly accounts = new NameCounter();
  private readonly courts = new NameCounter();
  private readonly kinds = new NameCounter();
  private readonly firstRows: FoundRow[] = [];
  private readonly firstProblems: FoundProblem[] = [];

  add({ good, bad, bytes }: Piece): void {
    this.bytes = bytes;
    for (const use of good) this.addGood(use);
    for (const row of bad) this.addBad(row);
  }

  private addGood(use: NewUse): void {
    this.good++;
    this.chargeCents += use.chargeCents;
    if (use.verdict === 'OVER' || use.verdict === 'UNDER') {
      this.differing++;
      this.differenceCents += use.chargeCents - (use.expectedCents ?? 0);
    }
    if (this.firstRows.length < mostRows) this.firstRows.push(foundRow(use));
  }

  private addBad({ line, problems }: BadRow): void {
    this.bad++;
    for (const problem of problems) {
      const { code, column } = problem;
      const value = shown(problem.value);
      const key = `${code} ${column}`;
      const counted = this.problems.get(key);
      if (counted) counted.rows++;
      else this.problems.set(key, { code, column, rows: 1 });
      if (code === 'UNKNOWN_ACCOUNT' || code === 'NOT_LINKED') this.accounts.add(value);
      else if (code === 'UNKNOWN_COURT' || code === 'AMBIGUOUS_COURT') this.courts.add(value);
      else if (code === 'UNKNOWN_KIND') this.kinds.add(value);
      if (this.firstProblems.length < mostProblems) this.firstProblems.push({ ...problem, value, line });
    }
  }

  progress(): ImportProgress {
    return { bytes: this.bytes, rows: this.good + this.bad, good: this.good, bad: this.bad };
  }

  findings(known: number | null): ImportFindings {
    return {
      checked: true,
      rows: this.good + this.bad,
      good: this.good,
      bad: this.bad,
      chargeCents: this.chargeCents,
      differing: this.differing,
      differenceCents: this.differenceCents,
      known,
      problems: [...this.problems.values()].sort((a, b) => b.rows - a.rows),
      accounts: this.accounts.names(),
      courts: this.courts.names(),
      kinds: this.kinds.names(),
      firstRows: this.firstRows,
      firstProblems: this.firstProblems,
    };
  }
}
