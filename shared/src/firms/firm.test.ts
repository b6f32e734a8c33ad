import { expect, it } from 'vitest';
import { firmNameProblem } from './firm';

it.each([
  ['Hawthorne & Reyes LLP', null],
  ['𝔸'.repeat(200), null],
  ['', 'Enter the name of the firm.'],
  ['x'.repeat(201), 'A firm’s name has at most 200 characters.'],
  ['a\u0000b', 'The name has a character that cannot be printed: take it out.'],
])('%s: %s', (name, problem) => expect(firmNameProblem(name)).toBe(problem));
