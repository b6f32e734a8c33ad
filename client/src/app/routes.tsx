import type { ComponentType } from 'react';
import { createBrowserRouter, type LoaderFunction, redirectDocument } from 'react-router';
import { NotFoundState } from '../ui/NotFoundState';
import { PageSkeleton } from '../ui/PageSkeleton';
import { ErrorPage } from './ErrorPage';
import { paths } from './paths';
import { Shell } from './Shell';

/** A page in a file of its own that is loaded when it is first opened. */
const page = (load: () => Promise<{ default: ComponentType }>) => async () => ({
  Component: (await load()).default,
});

/** The explorer is a document of its own: the browser goes there, not the router. */
const leave: LoaderFunction = ({ request }) => redirectDocument(request.url);

/** The table of contents: every page of the site. */
export const router = createBrowserRouter([
  {
    element: <Shell />,
    HydrateFallback: PageSkeleton,
    children: [
      {
        errorElement: <ErrorPage />,
        children: [
          { path: paths.home(), lazy: page(() => import('../home/HomePage')) },
          { path: paths.help(), lazy: page(() => import('../home/HelpPage')) },
          { path: paths.signIn(), lazy: page(() => import('../signin/SignInPage')) },

          { path: paths.courts(), lazy: page(() => import('../courts/CourtsPage')) },
          { path: paths.court(':code'), lazy: page(() => import('../courts/CourtPage')) },

          { path: paths.account(), lazy: page(() => import('../account/AccountPage')) },
          { path: paths.accountUsage(), lazy: page(() => import('../account/OwnUsagePage')) },
          {
            path: paths.accountTransactions(),
            lazy: page(() => import('../usage/OwnTransactionsPage')),
          },
          {
            path: paths.accountCodeChanges(),
            lazy: page(() => import('../usage/codes/OwnCodeChangesPage')),
          },
          { path: paths.accountImports(), lazy: page(() => import('../usage/import/ImportsPage')) },
          {
            path: paths.accountImportNew(),
            lazy: page(() => import('../usage/import/NewImportPage')),
          },
          {
            path: paths.accountImport(':import'),
            lazy: page(() => import('../usage/import/ImportPage')),
          },

          { path: paths.firms(), lazy: page(() => import('../firm/FirmChoicePage')) },
          { path: paths.firm(':number'), lazy: page(() => import('../firm/FirmOverviewPage')) },
          {
            path: paths.firmTransactions(':number'),
            lazy: page(() => import('../usage/FirmTransactionsPage')),
          },
          {
            path: paths.firmSpend(':number', ':dimension'),
            lazy: page(() => import('../firm/FirmSpendPage')),
          },
          {
            path: paths.firmPerson(':number', ':account'),
            lazy: page(() => import('../firm/FirmPersonPage')),
          },
          {
            path: paths.firmCourt(':number', ':court'),
            lazy: page(() => import('../firm/FirmCourtPage')),
          },
          {
            path: paths.firmClient(':number', ':code'),
            lazy: page(() => import('../firm/FirmClientPage')),
          },
          { path: paths.firmPeople(':number'), lazy: page(() => import('../firm/FirmPeoplePage')) },
          {
            path: paths.firmCodeChanges(':number'),
            lazy: page(() => import('../usage/codes/FirmCodeChangesPage')),
          },
          { path: paths.firmImports(':number'), lazy: page(() => import('../usage/import/ImportsPage')) },
          {
            path: paths.firmImportNew(':number'),
            lazy: page(() => import('../usage/import/NewImportPage')),
          },
          {
            path: paths.firmImport(':number', ':import'),
            lazy: page(() => import('../usage/import/ImportPage')),
          },
          { path: paths.firmAbout(':number'), lazy: page(() => import('../firm/FirmAboutPage')) },

          { path: paths.clerk(), lazy: page(() => import('../clerk/ClerkChoicePage')) },
          { path: paths.clerkCourt(':code'), lazy: page(() => import('../clerk/ClerkCourtPage')) },

          { path: paths.operatorAccounts(), lazy: page(() => import('../operator/AccountsPage')) },
          {
            path: paths.operatorAccount(':number'),
            lazy: page(() => import('../operator/AccountPage')),
            children: [
              {
                path: paths.operatorRoleGive(':number'),
                lazy: page(() => import('../operator/RoleGiveForm')),
              },
              {
                path: paths.operatorRoleEnd(':number', ':grant'),
                lazy: page(() => import('../operator/RoleEndForm')),
              },
            ],
          },
          { path: paths.operatorRoles(), lazy: page(() => import('../operator/RolesPage')) },
          { path: paths.operatorFirms(), lazy: page(() => import('../operator/FirmsPage')) },
          { path: paths.operatorFirmNew(), lazy: page(() => import('../operator/FirmNewPage')) },
          {
            path: paths.operatorFirm(':number'),
            lazy: page(() => import('../operator/FirmPage')),
            children: [
              {
                path: paths.operatorLinkageSet(':number'),
                lazy: page(() => import('../operator/LinkageSetForm')),
              },
              {
                path: paths.operatorLinkageCorrect(':number', ':linkage'),
                lazy: page(() => import('../operator/LinkageCorrectForm')),
              },
              {
                path: paths.operatorLinkageRemove(':number', ':linkage'),
                lazy: page(() => import('../operator/LinkageRemoveForm')),
              },
            ],
          },

          {
            path: paths.outbox(),
            lazy: page(() => import('../operator/OutboxPage')),
            children: [
              { path: paths.outboxMail(':mail'), lazy: page(() => import('../operator/OutboxMail')) },
            ],
          },

          { path: paths.explorer(), loader: leave, element: null },
          { path: '*', element: <NotFoundState /> },
        ],
      },
    ],
  },
]);
