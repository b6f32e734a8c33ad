import { quarterOfDay } from '@countersign/shared/usage/quarter';
import { type NewUse, stagedRow } from './new-use';

/** Uses as rows of the staging table, ready to be sent. */
export interface StagedChunk {
  readonly rows: readonly Buffer[];
  readonly count: number;
  readonly quarters: ReadonlySet<string>;
  /** Whether a number came again that an earlier row had. */
  readonly numberSeen: boolean;
}

const charactersAtOnce = 100_000;

/** Writes uses down for COPY and hands them on in chunks of so many rows. */
export class ChunkMaker {
  private rows: Buffer[] = [];
  private text = '';
  private quarters = new Set<string>();
  private numberSeen = false;
  private count = 0;
  private made = 0;
  private readonly quarterOf = new Map<string, string>();

  constructor(private readonly rowsOfChunk: number) {}

  /** Takes a use; true when the chunk is full. */
  add(use: NewUse): boolean {
    let quarter = this.quarterOf.get(use.day);
    if (quarter === undefined) {
      quarter = quarterOfDay(use.day).startsOn;
      this.quarterOf.set(use.day, quarter);
    }
    this.quarters.add(quarter);
    this.numberSeen ||= use.numberSeen;
    this.text += stagedRow(use, this.made, quarter);
    if (this.text.length > charactersAtOnce) this.writeDown();
    this.made += 1;
    this.count += 1;
    return this.count === this.rowsOfChunk;
  }

  /** What was taken since the last time. */
  take(): StagedChunk {
    this.writeDown();
    const { rows, count, quarters, numberSeen } = this;
    this.rows = [];
    this.quarters = new Set();
    this.numberSeen = false;
    this.count = 0;
    return { rows, count, quarters, numberSeen };
  }

  private writeDown(): void {
    if (this.text !== '') this.rows.push(Buffer.from(this.text));
    this.text = '';
  }
}
