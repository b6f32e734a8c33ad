import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { type BadRowWriter, badRowWriter } from '@countersign/shared/usage/import/bad-rows';
import { type Beginning, sightOf } from '@countersign/shared/usage/import/beginning';
import type { ColumnPlaces } from '@countersign/shared/usage/import/columns';
import { namesIn } from '@countersign/shared/usage/import/import-settings';
import type { Files } from '../../platform/files';
import { newFileKey } from './import-key';
import type { BadRow } from './read-rows';

/** Tells spreadsheets that the file is UTF-8. */
const byteOrderMark = '\ufeff';

/** Writes the bad rows of a file into the store as they are found; without one there is no file. */
export class BadRowsFile {
  private readonly writer: BadRowWriter;
  private open: { key: string; stream: PassThrough; kept: Promise<void> } | null = null;

  constructor(
    private readonly files: Files,
    beginning: Beginning,
    places: ColumnPlaces,
  ) {
    const sight = sightOf(beginning);
    this.writer = badRowWriter(sight.header ?? namesIn(sight), beginning.separator, places);
  }

  async add(rows: readonly BadRow[]): Promise<void> {
    if (rows.length === 0) return;
    const { stream, kept } = this.opened();
    const text = rows.map(({ cells, line, problems }) => this.writer.row(cells, line, problems)).join('');
    if (!stream.write(text)) await Promise.race([once(stream, 'drain'), kept]);
  }

  /** The key of the whole file; null where no row was bad. */
  async finish(): Promise<string | null> {
    if (!this.open) return null;
    this.open.stream.end();
    await this.open.kept;
    return this.open.key;
  }

  /** Leaves nothing behind. */
  async abandon(): Promise<void> {
    if (!this.open) return;
    const { key, stream, kept } = this.open;
    stream.destroy(new Error('Given up.'));
    await kept.catch(() => {});
    await this.files.delete(key);
  }

  private opened() {
    if (this.open) return this.open;
    const stream = new PassThrough();
    const key = newFileKey();
    const kept = this.files.put(key, stream);
    // Whoever finishes or gives up hears of it.
    kept.catch(() => {});
    this.open = { key, stream, kept };
    stream.write(byteOrderMark + this.writer.header);
    return this.open;
  }
}
