export const courtTypes = ['DISTRICT', 'BANKRUPTCY', 'APPELLATE', 'NATIONAL'] as const;

export type CourtType = (typeof courtTypes)[number];

export const courtTypeLabels: Record<CourtType, string> = {
  DISTRICT: 'District',
  BANKRUPTCY: 'Bankruptcy',
  APPELLATE: 'Appellate',
  NATIONAL: 'National',
};
