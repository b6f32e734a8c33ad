const fields = 'id code title name type circuit states nextGen nextGenSince loginUrl';

/** What is measured: an operation of the API and the path of its floor. */
export const operations = [
  {
    name: 'list of 50 courts',
    floorPath: '/courts',
    query: `query Courts($first: Int!) { courts(first: $first) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`,
    variables: { first: 50 },
  },
  {
    name: 'court(id: "mowd")',
    floorPath: '/court',
    query: `query Court($id: ID!) { court(id: $id) { ${fields} } }`,
    variables: { id: 'mowd' },
  },
];
