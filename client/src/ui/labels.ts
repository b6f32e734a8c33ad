import type { CourtContactPurpose, CourtType, UserType } from '../generated/graphql';

export const courtTypeNames: Record<CourtType, string> = {
  DISTRICT: 'District',
  BANKRUPTCY: 'Bankruptcy',
  APPELLATE: 'Appellate',
  NATIONAL: 'National',
};

export const userTypeNames: Record<UserType, string> = {
  INDIVIDUAL: 'Individual',
  FEDERAL_GOVERNMENT: 'Federal government',
  STATE_GOVERNMENT: 'State government',
  LOCAL_GOVERNMENT: 'Local government',
  CJA: 'CJA',
  GROUP: 'Group',
};

export const contactPurposeNames: Record<CourtContactPurpose, string> = {
  ADMISSIONS: 'Attorney admissions',
  ECF_HELP: 'Help with filing',
  REINSTATEMENT: 'Reinstatement',
  PASSWORD: 'Lost passwords',
  GENERAL: 'General questions',
};

/** The keys of a table of names, and the names as options of a choice. */
export const keysOf = <Key extends string>(names: Record<Key, string>) => Object.keys(names) as Key[];
export const optionsOf = <Key extends string>(names: Record<Key, string>) =>
  keysOf(names).map((value) => ({ value, label: names[value] }));

export const circuitName = (circuit: string) => {
  if (circuit === 'DC') return 'D.C. Circuit';
  if (circuit === 'FED') return 'Federal Circuit';
  const ordinals: Record<string, string> = { '1': 'st', '2': 'nd', '3': 'rd' };
  return `${circuit}${ordinals[circuit] ?? 'th'} Circuit`;
};
