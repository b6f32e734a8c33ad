export const encodings = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;

/** As TextDecoder names them. */
export type Encoding = (typeof encodings)[number];

export interface FoundEncoding {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark to leave out before decoding; 0 where there is none. */
  readonly markBytes: number;
  /**
   * Whether the bytes seen prove it. ASCII alone fits both UTF-8 and Windows-1252, so the whole file must be decoded
   * as strict UTF-8, and read again as Windows-1252 where that fails.
   */
  readonly certain: boolean;
}

const marks: readonly [Encoding, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Whether bytes are UTF-8; of a cut-off text the last character may be half. */
export function isUtf8(bytes: Uint8Array, cut: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 without a mark: half of the first letter is 0, which no text in the other encodings has. */
function unmarkedUtf16([first, second]: Uint8Array): Encoding | null {
  if (second === 0) return 'utf-16le';
  return first === 0 ? 'utf-16be' : null;
}

/** The encoding of a file by its first bytes; `cut` says that the file goes on after them. */
export function encodingOf(bytes: Uint8Array, cut: boolean): FoundEncoding {
  for (const [encoding, mark] of marks) {
    if (mark.every((byte, i) => bytes[i] === byte))
      return { encoding, markBytes: mark.length, certain: true };
  }
  const wide = unmarkedUtf16(bytes);
  if (wide) return { encoding: wide, markBytes: 0, certain: true };
  if (!isUtf8(bytes, cut)) return { encoding: 'windows-1252', markBytes: 0, certain: true };
  const ascii = bytes.every((byte) => byte < 0x80);
  return { encoding: 'utf-8', markBytes: 0, certain: !ascii || !cut };
}
