import { counted } from '../demonstration/progress';

const millisecondsBetween = 250;

/** Tells on the terminal how many of all are done, on a line that is written over; nothing where nobody looks. */
export function countingLine(what: string, all: number): { tell(many: number): void; end(): void } {
  if (!process.stderr.isTTY) return { tell() {}, end() {} };
  let last = 0;
  return {
    tell(many) {
      const now = performance.now();
      if (now - last < millisecondsBetween) return;
      last = now;
      process.stderr.write(`\r${counted(many)} of ${counted(all)} ${what}`);
    },
    end: () => void process.stderr.write('\n'),
  };
}
