import {
  IconBook2,
  IconBriefcase,
  IconBuildingBank,
  IconChartBar,
  IconFileImport,
  IconGavel,
  IconMailbox,
  IconReceipt2,
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
  /** One is on it only at its own address, since others of its area begin with it. */
  exact?: boolean;
}

export interface SiteArea {
  /** Unique among those open to somebody. */
  key: string;
  area: Area;
  label: string;
  pages: SitePage[];
}

type Place = Pick<Viewer, 'areas' | 'firms' | 'clerkCourts'>;

const one = (area: Area, label: string, pages: SitePage[]): SiteArea[] => [{ key: area, area, label, pages }];

const areasOf: Record<Area, (place: Place) => SiteArea[]> = {
  COURTS: () =>
    one('COURTS', 'Courts', [{ to: paths.courts(), label: 'All courts', Icon: IconBuildingBank }]),
  ACCOUNT: () =>
    one('ACCOUNT', 'Account', [
      { to: paths.account(), label: 'My account', Icon: IconUser, exact: true },
      { to: paths.accountUsage(), label: 'My usage', Icon: IconChartBar, exact: true },
      { to: paths.accountTransactions(), label: 'My transactions', Icon: IconReceipt2 },
      { to: paths.accountImports(), label: 'My imports', Icon: IconFileImport },
    ]),
  FIRM: ({ firms }) =>
    firms.map(({ number, name }) => ({
      key: `FIRM-${number}`,
      area: 'FIRM',
      label: name,
      pages: [
        { to: paths.firm(number), label: 'Overview', Icon: IconChartBar, exact: true },
        { to: paths.firmTransactions(number), label: 'Transactions', Icon: IconReceipt2 },
        { to: paths.firmPeople(number), label: 'People', Icon: IconUsers },
        { to: paths.firmImports(number), label: 'Imports', Icon: IconFileImport },
        { to: paths.firmAbout(number), label: 'About the firm', Icon: IconBriefcase },
      ],
    })),
  CLERK: ({ clerkCourts }) =>
    one(
      'CLERK',
      'Clerk',
      clerkCourts.map(({ code, title }) => ({ to: paths.clerkCourt(code), label: title, Icon: IconGavel })),
    ),
  OPERATOR: () =>
    one('OPERATOR', 'Operator', [
      { to: paths.operatorAccounts(), label: 'Accounts', Icon: IconUsers },
      { to: paths.operatorRoles(), label: 'Roles', Icon: IconUserShield },
      { to: paths.operatorFirms(), label: 'Firms', Icon: IconBook2 },
      { to: paths.outbox(), label: 'Outbox', Icon: IconMailbox },
    ]),
};

const visitor: Place = { areas: ['COURTS'], firms: [], clerkCourts: [] };

/** The parts of the site that are open to somebody, with their pages; each firm is one of its own. */
export function openAreas(viewer: Place = visitor): SiteArea[] {
  return viewer.areas.flatMap((area) => areasOf[area](viewer));
}
