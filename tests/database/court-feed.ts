import reference from '@countersign/drizzle/reference/courts.json';
import type { Court } from '@countersign/shared/courts/court';
import { courtsOf } from '@countersign/shared/courts/fixtures/courts-of';

export const referenceCourts = courtsOf(reference).all;

const typeNames = {
  DISTRICT: 'District',
  BANKRUPTCY: 'Bankruptcy',
  APPELLATE: 'Appeals',
  NATIONAL: 'National',
};

/** A court as PACER's lookup writes it. */
export function entryOf(court: Court): Record<string, unknown> {
  return {
    title: court.title,
    court_id: court.lookupId,
    type: typeNames[court.type],
    circuit: court.circuit === 'FED' ? 'FC' : court.circuit.padStart(2, '0'),
    court_name: court.name,
    software_version: court.nextGen ? 'NextGen CM/ECF Release 1.7 (Revision 1.7.0)' : 'CM/ECF Release 6.3.3',
    login_url: court.loginUrl,
    web_url: court.webUrl,
    counties: court.states.map((state) => ({ name: 'A county', state })),
    help_desk: court.helpDeskPhones.map((phone) => ({ phone })),
    locations: court.offices,
  };
}

/** Entries of the feed that are no court of their own. */
export const notCourts = [
  {
    title: 'Pacer Case Locator',
    court_id: '00PCL',
    type: 'District',
    login_url: 'https://pcl.uscourts.gov/search',
  },
  { title: 'Supreme Court of the United States', court_id: 'SCOTUS', type: 'National' },
  {
    title: 'Ohio Northern District Court (asbestos)',
    court_id: 'OHNDAD',
    type: 'District',
    circuit: '06',
    court_name: 'Northern District of Ohio',
    login_url: 'https://ecf.ohndad.ohnd.uscourts.gov',
  },
];

/** The text of a feed of these courts. */
export function feedOf(courts: readonly Court[]): string {
  return JSON.stringify({
    meta: { last_updated: 'Tue, 24 Nov 2026 06:10:05 -0500' },
    data: [...notCourts, ...courts.map(entryOf)],
  });
}

/** The reference courts without some and with one changed. */
export function referenceWith(change: {
  without?: readonly string[];
  mowd?: Partial<Court>;
  more?: readonly Court[];
}): Court[] {
  const kept = referenceCourts.filter((court) => !change.without?.includes(court.id));
  return [
    ...kept.map((court) => (court.id === 'mowd' ? { ...court, ...change.mowd } : court)),
    ...(change.more ?? []),
  ];
}

/** A court that is in no feed yet. */
export const newCourt: Court = {
  id: 'zzd',
  lookupId: 'ZZDC',
  title: 'Zembla District Court',
  name: 'District of Zembla',
  type: 'DISTRICT',
  circuit: '9',
  citation: null,
  states: ['Oregon'],
  loginUrl: 'https://ecf.zzd.uscourts.gov',
  webUrl: null,
  nextGen: true,
  nextGenSince: null,
  helpDeskPhones: ['555-0100'],
  offices: [],
};
