import autocannon from 'autocannon';

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

export const ratio = (value) => value.toFixed(2);

/** What is sent to measure an operation: to the API, to its floor, and to its statements alone. */
const waysOf = ({ api, floor }, name) => ({
  api: `${api}/graphql`,
  floor: `${floor}/floor/${name}`,
  bare: `${floor}/bare/${name}`,
});

const headersOf = ({ cookie }) => ({ 'content-type': 'application/json', cookie });

/** Lets the floor learn an operation; how many statements and transactions it has. */
export async function recordOnFloor(place, { name, query, variables }) {
  const answer = await fetch(`${place.floor}/record/${name}`, {
    method: 'POST',
    headers: headersOf(place),
    body: JSON.stringify({ query, variables }),
  });
  if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
  return answer.json();
}

const connections = 50;
const seconds = 5;
const rounds = 3;

/** Requests a second over one run; an answer that is not 200 ends the benchmark. */
async function rateOf(url, headers, body) {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    method: 'POST',
    headers,
    body,
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} answers were not 200, ${result.errors} failed.`);
  return result.requests.average;
}

/** Requests a second of the API, the floor and the bare statements, in turn; medians. */
export async function rates(place, { name, query, variables }) {
  const ways = waysOf(place, name);
  const body = JSON.stringify({ query, variables });
  const found = { api: [], floor: [], bare: [] };
  for (let round = 0; round < rounds; round += 1)
    for (const way of Object.keys(ways)) found[way].push(await rateOf(ways[way], headersOf(place), body));
  return { api: median(found.api), floor: median(found.floor), bare: median(found.bare) };
}

export const howRates = `${connections} connections, ${rounds} rounds of ${seconds} s in turn, medians`;

async function timeOf(url, headers, body) {
  const before = performance.now();
  const answer = await fetch(url, { method: 'POST', headers, body });
  const text = await answer.text();
  const took = performance.now() - before;
  if (!answer.ok || text.startsWith('{"errors"')) throw new Error(`${url}: ${text.slice(0, 500)}`);
  return took;
}

const warming = 20;
const calls = 200;

/** Milliseconds of one call at a time to the API, the floor and the bare statements, in turn; medians. */
export async function latencies(place, { name, query, variables }) {
  const ways = waysOf(place, name);
  const body = JSON.stringify({ query, variables });
  const found = { api: [], floor: [], bare: [] };
  for (let call = 0; call < warming + calls; call += 1)
    for (const way of Object.keys(ways)) {
      const took = await timeOf(ways[way], headersOf(place), body);
      if (call >= warming) found[way].push(took);
    }
  return { api: median(found.api), floor: median(found.floor), bare: median(found.bare) };
}

export const howLatencies = `${calls} calls one after the other in turn, medians`;
