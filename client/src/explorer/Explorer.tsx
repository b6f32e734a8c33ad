import { GraphiQL } from 'graphiql';
import { allExamples } from './allExamples';
import { ExamplesPanel } from './ExamplesPanel';
import { fetcher } from './fetcher';
import { Topbar } from './Topbar';

function ListIcon() {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01" />
    </svg>
  );
}

const examplesPlugin = { title: 'Examples', icon: ListIcon, content: ExamplesPanel };
const plugins = [examplesPlugin];

const wanted = new URLSearchParams(window.location.search).get('example');
const first =
  allExamples.find(({ id }) => id === wanted) ?? allExamples.find(({ id }) => id === 'anonymous/court');

// Set by color-scheme.js before the first paint.
const theme = document.documentElement.dataset.mantineColorScheme === 'dark' ? 'dark' : 'light';

export function Explorer() {
  return (
    <div className="explorer">
      <Topbar />
      <main className="explorer-main">
        <h1 className="visually-hidden">API explorer</h1>
        <GraphiQL
          fetcher={fetcher}
          plugins={plugins}
          visiblePlugin={examplesPlugin}
          forcedTheme={theme}
          defaultEditorToolsVisibility="variables"
          initialQuery={wanted ? first?.query : undefined}
          initialVariables={wanted ? first?.variables : undefined}
          defaultTabs={first ? [{ query: first.query, variables: first.variables }] : undefined}
        >
          <GraphiQL.Logo>
            <span />
          </GraphiQL.Logo>
        </GraphiQL>
      </main>
    </div>
  );
}
