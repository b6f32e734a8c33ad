import { describe, expect, it } from 'vitest';
import { clientCodeProblem, newClientCodeProblem } from './client-code';

describe('clientCodeProblem', () => {
  it.each([
    '12345-0001',
    'Roe, Jane / Smith v. Jones',
    'x'.repeat(32),
    '😀'.repeat(32),
    // Codes of a firm’s own making may pass a card’s check digit by chance.
    '401288-888888-1881',
    '4012-8888-888818-81',
    '40128-88888-881881',
  ])('takes %j', (code) => expect(clientCodeProblem(code)).toBeNull());

  it.each([
    ['x'.repeat(33), 'TOO_LONG'],
    ['😀'.repeat(33), 'TOO_LONG'],
    ['a\0b', 'BAD_CHARACTER'],
    ['\ud83d', 'BAD_CHARACTER'],
    ['4012888888881881', 'CARD_NUMBER'],
    ['4012 8888 8888 1881', 'CARD_NUMBER'],
    ['Roe 4012-8888-8888-1881', 'CARD_NUMBER'],
    ['3782-822463-10005', 'CARD_NUMBER'],
  ])('refuses %j: %s', (code, expected) => {
    const problem = clientCodeProblem(code);
    expect(problem).toMatchObject({ code: expected });
    expect(problem?.message).toMatch(/^[A-Z].*\.$/);
    expect(newClientCodeProblem(code)).not.toBeNull();
  });

  it('says how long a code is', () => {
    expect(clientCodeProblem('😀'.repeat(33))?.message).toContain('33 characters');
  });
});

describe('newClientCodeProblem', () => {
  it.each(['12345-0001', 'ROE.JANE/2025', 'x'.repeat(32), '401288-888888-1881'])('takes %j', (code) =>
    expect(newClientCodeProblem(code)).toBeNull(),
  );
  it.each([
    ['Roe Jane', 'SPACE'],
    [' ROE', 'SPACE'],
    ['ROE\u00a0JANE', 'SPACE'],
    ['ROE\tJANE', 'SPACE'],
    ['ROE,JANE', 'COMMA'],
    ['ROE\0', 'BAD_CHARACTER'],
    ['ROE\u0085', 'BAD_CHARACTER'],
    ['ROE\u200bJANE', 'BAD_CHARACTER'],
    ['ROE\u202eJANE', 'BAD_CHARACTER'],
    ['x'.repeat(33), 'TOO_LONG'],
    ['4012888888881881', 'CARD_NUMBER'],
  ])('refuses %j: %s', (code, expected) => {
    expect(newClientCodeProblem(code)).toMatchObject({ code: expected });
  });
});
