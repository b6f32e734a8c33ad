import type { Separator } from './delimited-text';

/**
 * Takes a record: its cells, the line of the file it begins in, from 1, and whether its quotes fit. Where they do not,
 * the record is that one line, and its cells still have their quotes.
 */
export type TakeRecord = (cells: string[], line: number, intact: boolean) => void;

/** Splits a text that comes in pieces of any size; what it keeps between them is less than one piece and one record. */
export interface RecordSplitter {
  push(text: string): void;
  /** Takes what is left as the last record. */
  end(): void;
}

/** A record without its end after so many characters is broken: its quote is never closed. */
const mostCharacters = 100_000;

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/** No place in a text: the record goes on in the next piece, or its quotes do not fit. */
const incomplete = -1;
const broken = -2;

const lineBreak = /\r\n?|\n/g;

function lineBreaksIn(text: string): number {
  if (!text.includes('\n') && !text.includes('\r')) return 0;
  return text.match(lineBreak)?.length ?? 0;
}

class Splitter implements RecordSplitter {
  private readonly code: number;
  private rest = '';
  private line = 1;
  /** Whether all up to the next line is to be passed over: it belongs to a broken record. */
  private skipping = false;
  /** The cell read last and the line breaks in it: a record is read without making an object for each cell. */
  private cell = '';
  private breaks = 0;

  constructor(
    private readonly separator: Separator,
    private readonly take: TakeRecord,
  ) {
    this.code = separator.charCodeAt(0);
  }

  push(piece: string): void {
    const text = this.rest + piece;
    // The line feed of a line break may be in the next piece.
    const held = text.endsWith('\r') ? 1 : 0;
    const whole = held === 0 ? text : text.slice(0, -1);
    this.rest = whole.slice(this.split(whole, false)) + (held === 0 ? '' : '\r');
  }

  end(): void {
    this.split(this.rest, true);
    this.rest = '';
  }

  /** Takes the records of a text; answers where the one begins that goes on after it. */
  private split(text: string, last: boolean): number {
    let from = this.skipping ? this.skip(text) : 0;
    while (from < text.length) {
      const next = this.record(text, from, last);
      if (next === incomplete && text.length - from <= mostCharacters) break;
      from = next < 0 ? this.brokenRecord(text, from, last) : next;
    }
    return from;
  }

  /** Reads a record and takes it; answers the place behind it. */
  private record(text: string, from: number, last: boolean): number {
    const cells: string[] = [];
    let lines = 1;
    for (let at = from; ; at++) {
      at = text.charCodeAt(at) === quote ? this.quotedCell(text, at, last) : this.plainCell(text, at, last);
      if (at < 0) return at;
      cells.push(this.cell);
      lines += this.breaks;
      const next = text.charCodeAt(at);
      if (next === this.code) continue;
      this.take(cells, this.line, true);
      this.line += lines;
      return behindLineBreak(text, at);
    }
  }

  /** The end of a cell that begins at a place. */
  private plainCell(text: string, from: number, last: boolean): number {
    const end = this.cellEnd(text, from);
    if (end === text.length && !last) return incomplete;
    this.cell = text.slice(from, end);
    this.breaks = 0;
    return end;
  }

  /** The same for a cell in quotes (RFC 4180); what stands between them and its end belongs to it, as spreadsheets read it. */
  private quotedCell(text: string, from: number, last: boolean): number {
    let cell = '';
    let at = from + 1;
    let closing = text.indexOf('"', at);
    while (closing >= 0 && text.charCodeAt(closing + 1) === quote) {
      cell += text.slice(at, closing + 1);
      at = closing + 2;
      closing = text.indexOf('"', at);
    }
    if (closing < 0) return last ? broken : incomplete;
    const end = this.cellEnd(text, closing + 1);
    if (end === text.length && !last) return incomplete;
    this.cell = cell + text.slice(at, closing);
    this.breaks = lineBreaksIn(this.cell);
    if (end > closing + 1) {
      const beyond = text.slice(closing + 1, end).trimEnd();
      // Over several lines it is rather two quotes of two cells, neither of them meant to hold what lies between.
      if (beyond !== '' && this.breaks > 0) return broken;
      this.cell += beyond;
    }
    return end;
  }

  private cellEnd(text: string, from: number): number {
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === this.code || code === lineFeed || code === carriageReturn) break;
    }
    return at;
  }

  /** Takes the line at a place as a record whose quotes do not fit, so that only that line is lost. */
  private brokenRecord(text: string, from: number, last: boolean): number {
    const end = lineEnd(text, from);
    this.skipping = end === text.length && !last;
    this.take(text.slice(from, Math.min(end, from + mostCharacters)).split(this.separator), this.line, false);
    if (!this.skipping) this.line++;
    return behindLineBreak(text, end);
  }

  private skip(text: string): number {
    const end = lineEnd(text, 0);
    if (end === text.length) return end;
    this.skipping = false;
    this.line++;
    return behindLineBreak(text, end);
  }
}

function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  const end = feed < 0 ? text.length : feed;
  const carriage = text.slice(from, end).indexOf('\r');
  return carriage < 0 ? end : from + carriage;
}

function behindLineBreak(text: string, at: number): number {
  const pair = text.charCodeAt(at) === carriageReturn && text.charCodeAt(at + 1) === lineFeed;
  return Math.min(at + (pair ? 2 : 1), text.length);
}

/**
 * Splits delimited text into records: quotes may hold separators, line breaks and doubled quotes, lines end by LF,
 * CRLF or CR, and records may have any number of cells.
 */
export function recordSplitter(separator: Separator, take: TakeRecord): RecordSplitter {
  return new Splitter(separator, take);
}
