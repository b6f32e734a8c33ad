import type { FeeSchedule } from '@countersign/shared/usage/fee-schedule';
import type { NamedCourt } from '@countersign/shared/usage/import/court-of';
import { zoneClock } from '@countersign/shared/usage/import/zone-clock';
import { randomOf } from '../story/random';
import type { Story, StoryUse } from '../story/story';
import { usesOf } from '../story/uses-of';
import type { FileDialect } from './dialects';
import { mistakenRows, mistakesOf, type RowMistakeCode, spoiled } from './row-mistakes';
import { wallTime } from './wall-clock';

/** A row of a file, and what it is of. */
export interface FileRow {
  readonly use: StoryUse;
  readonly cells: readonly string[];
  /** Null where nothing is wrong with it. */
  readonly mistake: RowMistakeCode | null;
}

export interface FileOrder {
  readonly story: Story;
  readonly dialect: FileDialect;
  /** How many of the rows are bad. */
  readonly mistakes: number;
}

/** The rows of a file, one after another: as many as the story has uses. */
export function* rowsOf(
  { story, dialect, mistakes }: FileOrder,
  schedules: readonly FeeSchedule[],
  courts: readonly NamedCourt[],
): Generator<FileRow> {
  const clock = zoneClock(story.zone);
  const courtOf = new Map(courts.map((court) => [court.id, court]));
  const random = randomOf(`${story.seed} mistakes`);
  const possible = mistakesOf(dialect);
  const isMistaken = mistakenRows(random, story.uses, mistakes);
  let row = 0;
  let made = 0;
  for (const use of usesOf({ ...story, locatorOnly: dialect.locatorOnly }, schedules)) {
    const court = use.courtId === null ? null : (courtOf.get(use.courtId) ?? null);
    const source = { use, wall: wallTime(use, clock), court };
    const cells = dialect.columns.map(({ text }) => text(source));
    // Each kind of mistake in turn, so that a file of a few dozen has them all.
    const mistake = isMistaken(row++) ? possible[made++ % possible.length] : undefined;
    yield mistake
      ? { use, cells: spoiled(dialect, cells, mistake), mistake: mistake.code }
      : { use, cells, mistake: null };
  }
}

const charactersAtOnce = 64_000;

/** The file, piece by piece. */
export function* piecesOf(dialect: FileDialect, rows: Iterable<FileRow>): Generator<Buffer> {
  let text = dialect.head;
  for (const { cells } of rows) {
    text += dialect.record(cells);
    if (text.length < charactersAtOnce) continue;
    yield dialect.encode(text);
    text = '';
  }
  if (text !== '') yield dialect.encode(text);
}
