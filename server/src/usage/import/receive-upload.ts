import { createHash } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HttpRefusal } from '../../api/file-routes';
import type { Files } from '../../platform/files';

/** The bytes from which an upload's writing and columns are told. */
export const headBytes = 65_536;

export interface Received {
  readonly bytes: number;
  /** SHA-256 of all of it. */
  readonly digest: Buffer;
  readonly head: Buffer;
}

const mebibyte = 1_048_576;

export function tooLarge(limit: number): HttpRefusal {
  const message = `The file is larger than ${limit / mebibyte} MB: divide it and upload the parts.`;
  return new HttpRefusal(413, 'FILE_TOO_LARGE', message);
}

/** Lets a stream through and keeps what is to be known of it. */
class Meter extends Transform {
  private readonly hash = createHash('sha256');
  private readonly heads: Buffer[] = [];
  private bytes = 0;

  constructor(private readonly limit: number) {
    super();
  }

  override _transform(piece: Buffer, _encoding: string, done: (cause: Error | null, piece?: Buffer) => void) {
    if (this.bytes < headBytes) this.heads.push(piece.subarray(0, headBytes - this.bytes));
    this.bytes += piece.length;
    this.hash.update(piece);
    done(this.bytes > this.limit ? tooLarge(this.limit) : null, piece);
  }

  received(): Received {
    return { bytes: this.bytes, digest: this.hash.digest(), head: Buffer.concat(this.heads) };
  }
}

/** Takes a body into the store of files as it comes; one that breaks off or is too large leaves nothing there. */
export async function receiveUpload(
  files: Files,
  key: string,
  body: Readable,
  limit: number,
): Promise<Received> {
  const meter = new Meter(limit);
  const [flow, kept] = await Promise.allSettled([pipeline(body, meter), files.put(key, meter)]);
  if (flow.status === 'rejected' && flow.reason instanceof HttpRefusal) throw flow.reason;
  if (body.errored || !body.readableEnded) throw new HttpRefusal(400, 'BROKEN_OFF', 'The upload broke off.');
  if (kept.status === 'rejected') throw kept.reason;
  return meter.received();
}
