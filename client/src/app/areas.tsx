import {
  IconBook2,
  IconBriefcase,
  IconBuildingBank,
  IconGavel,
  IconMailbox,
  IconUser,
  IconUserShield,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Area } from '../generated/graphql';
import { paths } from './paths';
import type { Viewer } from './viewer';

export interface SitePage {
  to: string;
  label: string;
  Icon: ComponentType<{ size?: string | number; 'aria-hidden'?: boolean }>;
}

export interface SiteArea {
  area: Area;
  label: string;
  pages: SitePage[];
}

type Place = Pick<Viewer, 'areas' | 'firms' | 'clerkCourts'>;

const pagesOf: Record<Area, (place: Place) => SitePage[]> = {
  COURTS: () => [{ to: paths.courts(), label: 'All courts', Icon: IconBuildingBank }],
  ACCOUNT: () => [{ to: paths.account(), label: 'My account', Icon: IconUser }],
  FIRM: ({ firms }) =>
    firms.map(({ number, name }) => ({ to: paths.firm(number), label: name, Icon: IconBriefcase })),
  CLERK: ({ clerkCourts }) =>
    clerkCourts.map(({ code, title }) => ({ to: paths.clerkCourt(code), label: title, Icon: IconGavel })),
  OPERATOR: () => [
    { to: paths.operatorAccounts(), label: 'Accounts', Icon: IconUsers },
    { to: paths.operatorRoles(), label: 'Roles', Icon: IconUserShield },
    { to: paths.operatorFirms(), label: 'Firms', Icon: IconBook2 },
    { to: paths.outbox(), label: 'Outbox', Icon: IconMailbox },
  ],
};

const labels: Record<Area, string> = {
  COURTS: 'Courts',
  ACCOUNT: 'Account',
  FIRM: 'Firm',
  CLERK: 'Clerk',
  OPERATOR: 'Operator',
};

const visitor: Place = { areas: ['COURTS'], firms: [], clerkCourts: [] };

/** The parts of the site that are open to somebody, with their pages. */
export function openAreas(viewer: Place = visitor): SiteArea[] {
  return viewer.areas.map((area) => ({ area, label: labels[area], pages: pagesOf[area](viewer) }));
}
