import { pino } from 'pino';
import { expect, test } from 'vitest';
import { logOptions } from './log';

const card = '4929 1234 5678 9015';
const digits = card.replaceAll(' ', '');

test('a line of the log hides card numbers, wherever they stand in it', () => {
  const lines: string[] = [];
  const log = pino(logOptions('trace'), { write: (line: string) => void lines.push(line) });
  log.info({ deep: { text: `a ${card}` }, err: new Error(`failed for ${digits}`) }, `charged ${digits}`);
  log.error(`again ${card.replaceAll(' ', '-')}`);
  const written = lines.join('');
  expect(written.replace(/[ -]/g, '')).not.toContain(digits);
  expect(written.match(/\*{12}9015/g)?.length).toBeGreaterThanOrEqual(4);
  for (const line of lines) expect(JSON.parse(line).time).toBeGreaterThan(1_600_000_000_000);
});
