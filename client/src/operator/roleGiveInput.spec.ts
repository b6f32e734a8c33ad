import { describe, expect, it } from 'vitest';
import { emptyValues, toInput, validate } from './roleGiveInput';

const clerk = { ...emptyValues, role: 'CLERK', court: 'mowd' };

describe('what the form asks for', () => {
  it('is a role', () => {
    expect(validate.role('')).toMatch(/role/);
    expect(validate.role('OPERATOR')).toBeNull();
  });

  it('is a firm for a firm administrator only', () => {
    const administrator = { ...emptyValues, role: 'FIRM_ADMINISTRATOR' };
    expect(validate.firm('100', administrator)).toMatch(/seven-digit/);
    expect(validate.firm(' 1000001 ', administrator)).toBeNull();
    expect(validate.firm('', clerk)).toBeNull();
  });

  it('is a court for a clerk only', () => {
    expect(validate.court('', clerk)).toMatch(/court/);
    expect(validate.court('', { ...emptyValues, role: 'OPERATOR' })).toBeNull();
  });
});

describe('what is sent', () => {
  it('has nothing of a role that was chosen before', () => {
    const input = toInput('2000001', { ...clerk, role: 'OPERATOR', firm: '1000001' }, 'k');
    expect(input).toEqual({
      account: '2000001',
      role: 'OPERATOR',
      firm: null,
      court: null,
      until: null,
      remark: null,
      idempotencyKey: 'k',
    });
  });

  it('has the court of a clerk and the end of the day', () => {
    const input = toInput('2000001', { ...clerk, until: '2027-06-30', remark: ' Leave ' }, 'k');
    expect(input).toMatchObject({ court: 'mowd', remark: 'Leave' });
    expect(new Date(input.until ?? '').getDate()).toBe(30);
  });
});
