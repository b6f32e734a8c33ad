import type { SessionPlan } from './session-plans';

/** What people work at; it decides their courts and what they look at. */
export const practices = [
  'LITIGATION',
  'BANKRUPTCY',
  'APPEALS',
  'ST_LOUIS',
  'LIBRARY',
  'CRIMINAL',
  'TRUSTEE',
  'GOVERNMENT',
  'FILING_AGENT',
] as const;

export type Practice = (typeof practices)[number];

type Weights<T extends string> = Readonly<Partial<Record<T, number>>>;

export interface PracticeProfile {
  /** Courts by their ids. */
  readonly courts: Weights<string>;
  readonly sessions: Weights<SessionPlan>;
}

const courtSessions: Weights<SessionPlan> = {
  FOLLOW: 66,
  PARTY: 11,
  LOCATOR: 6,
  RESEARCH: 5,
  HEARING: 2.2,
  REPORT: 1.5,
};

export const practiceProfiles: Readonly<Record<Practice, PracticeProfile>> = {
  LITIGATION: {
    courts: {
      mowd: 34,
      ksd: 16,
      ilnd: 12,
      moed: 8,
      nysd: 5,
      ded: 4,
      mnd: 3,
      ned: 3,
      txed: 3,
      iasd: 2,
      cand: 2,
      cod: 2,
      okwd: 2,
      arwd: 1,
      insd: 1,
      jpml: 1,
    },
    sessions: courtSessions,
  },
  BANKRUPTCY: {
    courts: { mowb: 40, ksb: 17, deb: 10, ilnb: 9, moeb: 7, nysb: 5, txsb: 5, neb: 3, iasb: 2, okwb: 2 },
    sessions: { FOLLOW: 50, CLAIMS: 20, PARTY: 12, LOCATOR: 7, HEARING: 1.6, REPORT: 3.5, RESEARCH: 2 },
  },
  APPEALS: {
    courts: { ca8: 52, ca10: 20, ca7: 14, cafc: 5, cadc: 3, mowd: 6 },
    sessions: { ...courtSessions, RESEARCH: 22, HEARING: 3 },
  },
  ST_LOUIS: {
    courts: { moed: 48, moeb: 12, ilsd: 16, ilcd: 5, mowd: 8, ca8: 5, tnwd: 3, kywd: 3 },
    sessions: { ...courtSessions, CLAIMS: 4 },
  },
  LIBRARY: {
    courts: {
      mowd: 14,
      mowb: 9,
      ksd: 9,
      ca8: 9,
      ilnd: 8,
      nysd: 8,
      cand: 6,
      deb: 6,
      ded: 6,
      dcd: 5,
      txsd: 4,
      njd: 4,
      cacd: 4,
      flsd: 3,
      cofc: 2,
      cit: 1,
    },
    sessions: { FOLLOW: 34, PARTY: 22, LOCATOR: 18, RESEARCH: 16, REPORT: 6, HEARING: 1 },
  },
  CRIMINAL: { courts: { mowd: 74, ksd: 20, ca8: 6 }, sessions: { FOLLOW: 80, PARTY: 8, HEARING: 5 } },
  TRUSTEE: {
    courts: { mowb: 92, ksb: 8 },
    sessions: { FOLLOW: 40, CLAIMS: 46, PARTY: 8, REPORT: 4 },
  },
  GOVERNMENT: { courts: { mowd: 46, ksd: 18, dcd: 16, ca8: 14, cofc: 6 }, sessions: courtSessions },
  FILING_AGENT: {
    courts: { mowd: 40, mowb: 34, ksd: 16, ksb: 10 },
    sessions: { FOLLOW: 78, PARTY: 16, CLAIMS: 6 },
  },
};
