import { describe, expect, test } from 'vitest';
import type { UploadedUse } from './uploaded-use';
import { type AnsweredAccount, whoseFinder } from './whose';

const linkage = (from: string, until: string | null, costCenter = '') => ({
  payerId: 'firm',
  costCenter,
  startsAt: new Date(`${from}T00:00:00Z`),
  endsAt: until === null ? null : new Date(`${until}T00:00:00Z`),
});
const ada: AnsweredAccount = {
  accountId: 'ada',
  accountNumber: 1234567,
  usernameKey: 'ada.adams',
  linkages: [linkage('2024-06-01', '2025-01-01', 'Tax'), linkage('2025-03-01', null)],
};
const ben: AnsweredAccount = { accountId: 'ben', accountNumber: 7654321, usernameKey: null, linkages: [] };

type Told = Partial<Pick<UploadedUse, 'accountNumber' | 'loginId' | 'costCenter'>> & { at?: string };

function answer(payer: 'firm' | 'account', { at = '2024-07-01T12:00:00Z', ...told }: Told): string {
  const use = { accountNumber: null, loginId: null, costCenter: null, ...told, instant: Date.parse(at) };
  const whose = whoseFinder(payer, [ada, ben])(use as UploadedUse);
  return whose.ok ? `${whose.account.accountId}/${whose.costCenter}` : whose.problem.code;
}

describe('a firm', () => {
  test.each<[string, Told, string]>([
    ['by number', { accountNumber: 1234567 }, 'ada/Tax'],
    ['by login, as people write it', { loginId: ' Ada.ADAMS ' }, 'ada/Tax'],
    ['the number outranks the login', { accountNumber: 1234567, loginId: 'someone' }, 'ada/Tax'],
    ['a cost center in the file outranks ours', { accountNumber: 1234567, costCenter: 'LIT' }, 'ada/LIT'],
    ['an unknown number', { accountNumber: 1111111 }, 'UNKNOWN_ACCOUNT'],
    ['an unknown login', { loginId: 'someone' }, 'UNKNOWN_ACCOUNT'],
    ['no login at all', { loginId: '' }, 'UNKNOWN_ACCOUNT'],
    ['the first instant', { accountNumber: 1234567, at: '2024-06-01T00:00:00Z' }, 'ada/Tax'],
    ['just before it', { accountNumber: 1234567, at: '2024-05-31T23:59:59.999Z' }, 'NOT_LINKED'],
    ['the last instant', { accountNumber: 1234567, at: '2024-12-31T23:59:59.999Z' }, 'ada/Tax'],
    ['just after it', { accountNumber: 1234567, at: '2025-01-01T00:00:00Z' }, 'NOT_LINKED'],
    ['between two intervals', { accountNumber: 1234567, at: '2025-02-01T00:00:00Z' }, 'NOT_LINKED'],
    ['in one without an end', { accountNumber: 1234567, at: '2050-01-01T00:00:00Z' }, 'ada/'],
    ['an account that was never linked', { accountNumber: 7654321 }, 'NOT_LINKED'],
  ])('%s', (_, told, expected) => expect(answer('firm', told)).toBe(expected));
});

describe('a person', () => {
  test.each<[string, Told, string]>([
    ['before any firm', { accountNumber: 1234567, at: '2010-01-01T00:00:00Z' }, 'ada/'],
    ['while a firm answers', { accountNumber: 1234567, at: '2024-06-01T00:00:00Z' }, 'NOT_LINKED'],
    ['between two firms', { accountNumber: 1234567, at: '2025-01-01T00:00:00Z' }, 'ada/'],
    ['after one that still answers', { accountNumber: 1234567, at: '2025-03-01T00:00:00Z' }, 'NOT_LINKED'],
    ['never linked to any', { accountNumber: 7654321 }, 'ben/'],
    ['another’s account', { accountNumber: 1111111 }, 'UNKNOWN_ACCOUNT'],
  ])('%s', (_, told, expected) => expect(answer('account', told)).toBe(expected));
});
