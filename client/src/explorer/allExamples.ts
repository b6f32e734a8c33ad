import { readExample } from './examples';

const queries = import.meta.glob<string>('./examples/*/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const variables = import.meta.glob<string>('./examples/*/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const allExamples = Object.entries(queries).map(([path, query]) =>
  readExample(path, query, variables[path.replace('.graphql', '.json')]),
);
