import { expect, it } from 'vitest';
import { columnNames, sizeText } from './words';

it.each([
  [0, '0 bytes'],
  [812, '812 bytes'],
  [1234, '1.2 KB'],
  [209_715_200, '209.7 MB'],
  [3_000_000_000_000, '3,000 GB'],
])('%i is %s', (bytes, text) => expect(sizeText(bytes)).toBe(text));

it('names columns by the words of the API', () => {
  expect(columnNames.TRANSACTION_ID).toBe('Transaction ID');
  expect(columnNames.INSTANT).toBe('Date and time');
});
