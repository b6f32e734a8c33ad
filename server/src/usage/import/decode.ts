import type { Readable } from 'node:stream';
import type { Encoding } from '@countersign/shared/usage/import/encoding';
import { windows1252 } from '@countersign/shared/usage/import/windows-1252';

/** A file that was taken for UTF-8 is not. */
export class NotUtf8 extends Error {}

export interface Writing {
  readonly encoding: Encoding;
  readonly markBytes: number;
  /** Ends with NotUtf8 where a byte is none of UTF-8; otherwise a replacement character stands for it. */
  readonly strict: boolean;
}

function decoderOf({ encoding, strict }: Writing): (bytes: Buffer, last: boolean) => string {
  if (encoding === 'windows-1252') return (bytes) => windows1252(bytes.toString('latin1'));
  // The mark was left out already; another one is a character.
  const decoder = new TextDecoder(encoding, { fatal: strict, ignoreBOM: true });
  return (bytes, last) => decoder.decode(bytes, { stream: !last });
}

const nothing = Buffer.alloc(0);

export interface DecodedPiece {
  readonly text: string;
  /** Bytes of the file up to its end. */
  readonly bytes: number;
}

/** Decodes a file piece by piece, without its byte order mark. */
export async function* decode(file: Readable, writing: Writing): AsyncGenerator<DecodedPiece> {
  const decoded = decoderOf(writing);
  const text = (bytes: Buffer, last: boolean) => {
    try {
      return decoded(bytes, last);
    } catch (cause) {
      throw new NotUtf8('A byte of the file is none of UTF-8.', { cause });
    }
  };
  let bytes = 0;
  for await (const piece of file as AsyncIterable<Buffer>) {
    const mark = Math.min(piece.length, Math.max(0, writing.markBytes - bytes));
    bytes += piece.length;
    yield { text: text(piece.subarray(mark), false), bytes };
  }
  yield { text: text(nothing, true), bytes };
}
