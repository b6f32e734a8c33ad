import { expect, it } from 'vitest';
import { fieldErrors, problemsOf } from './userErrors';

const fields = ['role', 'firm', 'until'] as const;

it('puts a refusal at the field it names', () => {
  const problems = problemsOf([{ message: 'In the future.', field: ['input', 'until'] }], fields);
  expect(problems).toEqual([{ message: 'In the future.', field: 'until' }]);
  expect(fieldErrors(problems)).toEqual({ until: 'In the future.' });
});

it('keeps what is about no field of the form', () => {
  const problems = problemsOf(
    [
      { message: 'Not oneself.', field: ['input', 'account'] },
      { message: 'Too late.', field: null },
    ],
    fields,
  );
  expect(problems.map((problem) => problem.field)).toEqual([undefined, undefined]);
  expect(fieldErrors(problems)).toEqual({});
});

it('shows the first of two refusals at one field', () => {
  const problems = problemsOf(
    [
      { message: 'First.', field: ['firm'] },
      { message: 'Second.', field: ['firm'] },
    ],
    fields,
  );
  expect(fieldErrors(problems)).toEqual({ firm: 'First.' });
});
