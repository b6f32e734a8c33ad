import { howRates, rates, ratio, recordOnFloor } from './measure.mjs';
import { signIn, withSite } from './running-site.mjs';

const fields = 'id code title name type circuit states nextGen nextGenSince loginUrl';

const operations = [
  {
    name: 'courts',
    title: 'list of 50 courts',
    query: `query Courts($first: Int!) { courts(first: $first) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`,
    variables: { first: 50 },
  },
  {
    name: 'court',
    title: 'court(id: "mowd")',
    query: `query Court($id: ID!) { court(id: $id) { ${fields} } }`,
    variables: { id: 'mowd' },
  },
];

/** The directory of courts against its floor. */
export const courtsBench = () =>
  withSite(async (site) => {
    const place = {
      api: site.url,
      floor: await site.startFloor(),
      cookie: await signIn(site.url, 'attorney.demo'),
    };
    console.log(`\nCourts: ${howRates}`);
    for (const operation of operations) {
      await recordOnFloor(place, operation);
      const { api, floor, bare } = await rates(place, operation);
      console.log(
        `${operation.title.padEnd(20)} API ${api.toFixed(0)}/s  floor ${floor.toFixed(0)}/s  bare SQL ${bare.toFixed(0)}/s  ` +
          `API to floor ${ratio(api / floor)} (goal 0.45)  API to bare SQL ${ratio(api / bare)}`,
      );
    }
  });
