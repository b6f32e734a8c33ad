import type { Beginning } from '@countersign/shared/usage/import/beginning';
import type { ImportFindings, ImportProgress } from '@countersign/shared/usage/import/import-findings';
import type { Files } from '../../platform/files';
import type { NewUse } from '../new-use';
import { BadRowsFile } from './bad-rows-file';
import { Tally } from './findings';
import { type FileJudgment, readRows } from './read-rows';

/** One reading of a file from its first row to its last: what it holds is tallied, bad rows go into a file of their own. */
export class FileRun {
  private readonly tally = new Tally();
  readonly badRows: BadRowsFile;

  constructor(
    private readonly files: Files,
    private readonly beginning: Beginning,
    private readonly judgment: FileJudgment,
  ) {
    this.badRows = new BadRowsFile(files, beginning, judgment.places);
  }

  /** The uses in pieces as they are read; stops between two pieces when it is to. */
  async *uses(fileKey: string, stopped: AbortSignal): AsyncGenerator<readonly NewUse[]> {
    const file = await this.files.read(fileKey);
    for await (const piece of readRows(file, this.beginning, this.judgment)) {
      stopped.throwIfAborted();
      this.tally.add(piece);
      await this.badRows.add(piece.bad);
      if (piece.good.length > 0) yield piece.good;
    }
  }

  progress(): ImportProgress {
    return this.tally.progress();
  }

  findings(known: number | null): ImportFindings {
    return this.tally.findings(known);
  }
}
