import { howLatencies, howRates, latencies, rates, ratio, recordOnFloor } from './measure.mjs';
import { ask, signIn, withSite } from './running-site.mjs';

const sizes = [10_000, 100_000, 1_000_000];

const change = 'charge { cents } previousCharge { cents } difference { cents }';
const overview = `query Overview($firm: ID!) { firm(id: $firm) { usage { overview {
  quarter { name } previousQuarter { name } asOf previousAsOf
  current { uses charge { cents } accessCharge { cents } uncodedUses uncodedCharge { cents } differingUses difference { cents } }
  previous { uses charge { cents } } previousToDate { uses charge { cents } }
  waiver { state tested { cents } threshold { cents } left { cents } waived { cents } due { cents } explanation }
  forecast { state charge { cents } soFar { cents } meanOfDays chargedOnDays { cents } courtDaysLeft formula }
  dearest { id at kind description charge { cents } account { accountNumber name { full } } court { code title } }
  changes { accounts { account { accountNumber name { full } } ${change} } courts { court { code title } ${change} }
    clientCodes { clientCode ${change} } }
  firstUseAt lastUseAt
} } } }`;

const list = `query Uses($firm: ID!, $filter: UseFilter) { firm(id: $firm) { usage { uses(first: 50, filter: $filter) {
  nodes { id at day kind clientCode givenClientCode costCenter caseNumber description search format pages bytes billablePages
    charge { cents } expectedCharge { cents } verdict exempt authority transactionNumber account { accountNumber name { full } } court { code title } }
  pageInfo { hasNextPage endCursor } } } } }`;

const totals = `query Totals($firm: ID!, $filter: UseFilter) { firm(id: $firm) { usage {
  totals(filter: $filter) { uses charge { cents } } by(dimension: ACCOUNT, filter: $filter, first: 10) {
    nodes { totals { uses charge { cents } } } } } } }`;

/** What must cost the same however many uses there are. */
const operations = [
  { name: 'overview', query: overview },
  { name: 'list', query: list },
  { name: 'list-of-court', query: list, filter: ({ court }) => ({ court: [court] }) },
  { name: 'list-of-code', query: list, filter: ({ code }) => ({ clientCode: [code] }) },
  { name: 'list-differing', query: list, filter: () => ({ differing: true }) },
  { name: 'totals', query: totals },
  { name: 'totals-of-court', query: totals, filter: ({ court }) => ({ court: [court] }) },
];

/** Makes a firm of so many uses; its number and the session of its administrator. */
async function makeFirm(site, uses) {
  const said = await site.command('demo', '--firms', '1', '--people', '500', '--uses', String(uses));
  const [, number] = /has the number (\d+)/.exec(said) ?? [];
  const [, username] = /Sign in as ([\w.-]+)/.exec(said) ?? [];
  if (!number || !username) throw new Error(said);
  return { number, cookie: await signIn(site.url, username) };
}

/** A firm's dashboard against its statements, and the same with ten and a hundred times the uses. */
export const usageBench = () =>
  withSite(async (site) => {
    console.log(
      `\nUsage: making firms of ${sizes.map((size) => size.toLocaleString('en')).join(', ')} uses …`,
    );
    const firms = [];
    for (const size of sizes) firms.push(await makeFirm(site, size));
    const floor = await site.startFloor();
    const placeOf = ({ cookie }) => ({ api: site.url, floor, cookie });
    const choice = await usedByAll(site, firms);
    const sized = (operation) =>
      firms.map((firm, i) => ({
        place: placeOf(firm),
        operation: {
          name: `${operation.name}-${i}`,
          query: operation.query,
          variables: { firm: firm.number, filter: operation.filter?.(choice) ?? null },
        },
      }));

    console.log(`${howLatencies}; milliseconds by number of uses`);
    for (const operation of operations) {
      const found = [];
      let counted;
      for (const { place, operation: one } of sized(operation)) {
        counted = await recordOnFloor(place, one);
        found.push(await latencies(place, one));
      }
      const largest = found.at(-1);
      const api = found.map((one) => one.api);
      console.log(
        `${operation.name.padEnd(16)} ${counted.statements} statements in ${counted.transactions} transactions  ` +
          `API ${api.map((ms) => ms.toFixed(1)).join(' / ')}  ` +
          `largest to smallest ${ratio(api.at(-1) / api[0])} (goal 1.3)  ` +
          `API to its SQL ${ratio(largest.api / largest.floor)}${operation.name === 'overview' ? ' (goal 1.5)' : ''}`,
      );
    }

    const { place, operation: listOfMost } = sized(operations[1]).at(-1);
    const { api, floor: ofFloor, bare } = await rates(place, listOfMost);
    console.log(`${howRates}`);
    console.log(
      `list of 50 of a million uses  API ${api.toFixed(0)}/s  floor ${ofFloor.toFixed(0)}/s  bare SQL ${bare.toFixed(0)}/s  ` +
        `API to floor ${ratio(api / ofFloor)} (goal 0.45)  API to bare SQL ${ratio(api / bare)}`,
    );
  });

/** A court and a client code that each firm has uses of. */
async function usedByAll(site, firms) {
  const query = `query Used($firm: ID!) { firm(id: $firm) { usage {
    courts: by(dimension: COURT, first: 5) { nodes { court { code } } }
    codes: by(dimension: CLIENT_CODE, first: 50) { nodes { clientCode } } } } }`;
  const used = [];
  for (const { number, cookie } of firms)
    used.push((await ask({ url: site.url, cookie }, query, { firm: number })).firm.usage);
  const common = (of) => of(used[0]).find((one) => one && used.every((other) => of(other).includes(one)));
  const court = common(({ courts }) => courts.nodes.map((node) => node.court?.code));
  const code = common(({ codes }) => codes.nodes.map((node) => node.clientCode));
  return { court, code: code ?? used[0].codes.nodes.find((node) => node.clientCode).clientCode };
}
