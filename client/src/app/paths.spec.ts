import { expect, it } from 'vitest';
import { paths } from './paths';

const examples: { [Name in keyof typeof paths]: string } = {
  home: paths.home(),
  help: paths.help(),
  signIn: paths.signIn('/courts?state=Missouri'),
  courts: paths.courts('new york'),
  court: paths.court('mowd'),
  account: paths.account(),
  firms: paths.firms(),
  firm: paths.firm('1000001'),
  clerk: paths.clerk(),
  clerkCourt: paths.clerkCourt('mowb'),
  operatorAccounts: paths.operatorAccounts(),
  operatorAccount: paths.operatorAccount('2000001'),
  operatorRoleGive: paths.operatorRoleGive('2000001'),
  operatorRoleEnd: paths.operatorRoleEnd('2000001', 'a/b'),
  operatorRoles: paths.operatorRoles(),
  operatorFirms: paths.operatorFirms(),
  outbox: paths.outbox(),
  outboxMail: paths.outboxMail('Y2F1Z2h0'),
  explorer: paths.explorer('clerk/own-court'),
  schema: paths.schema(),
};

it('has every address in one place', () => {
  expect(examples).toMatchInlineSnapshot(`
    {
      "account": "/account",
      "clerk": "/clerk",
      "clerkCourt": "/clerk/mowb",
      "court": "/courts/mowd",
      "courts": "/courts?search=new+york",
      "explorer": "/explorer?example=clerk%2Fown-court",
      "firm": "/firm/1000001",
      "firms": "/firm",
      "help": "/help",
      "home": "/",
      "operatorAccount": "/operator/accounts/2000001",
      "operatorAccounts": "/operator/accounts",
      "operatorFirms": "/operator/firms",
      "operatorRoleEnd": "/operator/accounts/2000001/roles/a%2Fb/end",
      "operatorRoleGive": "/operator/accounts/2000001/roles/new",
      "operatorRoles": "/operator/roles",
      "outbox": "/outbox",
      "outboxMail": "/outbox/Y2F1Z2h0",
      "schema": "/schema.graphql",
      "signIn": "/sign-in?next=%2Fcourts%3Fstate%3DMissouri",
    }
  `);
});

it('leaves the placeholder of a route alone', () => {
  expect(paths.operatorRoleEnd(':number', ':grant')).toBe('/operator/accounts/:number/roles/:grant/end');
});
