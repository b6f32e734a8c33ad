import { atFirm, nothing, type Row, signedIn } from './cells';

const usage: Row = { ofFirm: atFirm('VALUE'), selfPaid: signedIn('VALUE'), own: signedIn('VALUE') };
const firms: Row = { ofFirm: atFirm('VALUE') };

/** A use of the firm's, and one of the caller's own that the other firm paid for. */
const use: Row = { ofFirm: atFirm('VALUE'), own: signedIn('VALUE') };
/** What a payer alone sees of it: a batch has other people's uses too. */
const ofPayer = (withheld: 'NULL' | 'EMPTY'): Row => ({
  ofFirm: atFirm('VALUE'),
  own: { ...signedIn(withheld), otherAdministrator: 'VALUE', operator: 'VALUE' },
});

const change: Row = { ofPersons: atFirm('VALUE') };

const fields = (type: string, names: string, row: Row): Record<string, Row> =>
  Object.fromEntries(names.split(' ').map((name) => [`${type}.${name}`, row]));

/** Who gets what of usage. */
export const usageRows: Readonly<Record<string, Row>> = {
  'Viewer.usage': { own: { ...signedIn('VALUE'), anonymous: 'NULL' } },
  'Viewer.ownUsage': { own: { ...signedIn('VALUE'), anonymous: 'NULL' } },

  ...fields('Usage', 'by overview spend totals uses', usage),
  'Usage.firm': { ...nothing(usage), ofFirm: atFirm('VALUE') },

  ...fields(
    'Use',
    `at authority account bytes billablePages caseNumber cause charge clientCode costCenter court day description
      difference exempt exemptNote exemptReason expectedCharge firm format givenClientCode id kind pages quarter search
      timeKnown transactionNumber verdict`.replace(/\s+/g, ' '),
    use,
  ),
  'Use.batch': ofPayer('NULL'),
  'Use.alsoIn': ofPayer('EMPTY'),
  ...fields('UseConnection', 'edges nodes pageInfo totalCount totals', usage),
  ...fields('UseEdge', 'cursor node', usage),
  ...fields('UsageBatch', 'at authority charge fileName id knownUses origin uses', firms),

  ...fields(
    'UsageTotals',
    'accessCharge charge difference differingUses exemptUses recordedCharge recordedUses uncodedCharge uncodedUses uses',
    usage,
  ),
  ...fields('UsageSpend', 'endsOn startsOn totals', usage),
  ...fields('UsageGroup', 'account totals', usage),
  ...fields('UsageGroup', 'clientCode costCenter court kind', nothing(usage)),
  ...fields('UsageGroupConnection', 'edges nodes pageInfo totalCount', usage),
  ...fields('UsageGroupEdge', 'cursor node', usage),

  ...fields(
    'UsageOverview',
    `asOf changes current dearest firstUseAt forecast lastUseAt previous previousAsOf previousQuarter previousToDate quarter
      waiver`.replace(/\s+/g, ' '),
    firms,
  ),
  ...fields('UsageWaiver', 'due explanation left state tested threshold waived', firms),
  ...fields('UsageForecast', 'charge chargedOnDays courtDaysLeft formula meanOfDays soFar state', firms),
  ...fields('UsageChanges', 'accounts clientCodes courts', firms),
  ...fields('UsageChange', 'account charge difference previousCharge', change),
  ...fields('UsageChange', 'clientCode court', nothing(change)),

  ...fields('Money', 'cents currency', usage),
  ...fields('Quarter', 'endsOn name number startsOn year', firms),
};
