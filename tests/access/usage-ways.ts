import { further, node, to, type Ways } from './way';

const usages: Ways = {
  ofFirm: ({ ids }) => [...node(ids.firm, 'Firm'), 'usage'],
  selfPaid: to('viewer', 'usage'),
  own: to('viewer', 'ownUsage'),
};

const ofFirm = (...steps: readonly string[]): Ways => ({
  ofFirm: ({ ids }) => [...node(ids.firm, 'Firm'), 'usage', ...steps],
});

const uses = 'uses(first: 5)';
const persons = 'by(dimension: ACCOUNT, first: 5)';

/** The ways to what usage is told by. */
export const usageWays: Readonly<Record<string, Ways>> = {
  Usage: usages,
  Use: {
    ofFirm: ({ ids }) => node(ids.use, 'Use'),
    own: to(
      'viewer',
      'ownUsage',
      'uses(first: 5, filter: { from: "2025-01-01", to: "2025-12-31" })',
      'nodes',
    ),
  },
  UseConnection: further(usages, uses),
  UseEdge: further(usages, uses, 'edges'),
  UsageBatch: { ofFirm: ({ ids }) => node(ids.batch, 'UsageBatch') },
  UsageTotals: further(usages, 'totals'),
  UsageSpend: further(usages, 'spend(by: QUARTER)'),
  UsageGroup: further(usages, persons, 'nodes'),
  UsageGroupConnection: further(usages, persons),
  UsageGroupEdge: further(usages, persons, 'edges'),
  UsageOverview: ofFirm('overview'),
  UsageWaiver: ofFirm('overview', 'waiver'),
  UsageForecast: ofFirm('overview', 'forecast'),
  UsageChanges: ofFirm('overview', 'changes'),
  UsageChange: { ofPersons: ofFirm('overview', 'changes', 'accounts').ofFirm as Ways[string] },
  Money: further(usages, 'totals', 'charge'),
  Quarter: ofFirm('overview', 'quarter'),
};
