import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import type { RowSelection } from '../../ui/RowChoice';
import type { UsageFound, UsesOf } from '../usesQuery';
import { filterOf, type UsesValues } from '../usesUrl';

const CodeModal = lazy(() => import('./CodeModal').then((file) => ({ default: file.CodeModal })));

interface CodesForUses {
  readonly chosen: ReadonlySet<string>;
  /** Nothing where codes cannot be given. */
  readonly selection?: RowSelection;
  /** Asks which code the chosen ones, or all of the filter, are to get. */
  readonly ask?: () => void;
  /** The same for one use. */
  readonly askFor?: (use: string) => void;
  readonly question: ReactNode;
}

const nobody: ReadonlySet<string> = new Set();

/** Which uses are chosen, for as long as the filter is the same, and the form that gives them a code. */
export function useCodesForUses(of: UsesOf, values: UsesValues, usage: UsageFound | undefined): CodesForUses {
  const filter = JSON.stringify([of, filterOf(values)]);
  const [state, setState] = useState({ filter, chosen: nobody });
  const [asking, setAsking] = useState<{ readonly uses: readonly string[]; readonly one: boolean }>();
  const chosen = state.filter === filter ? state.chosen : nobody;
  const choose = useCallback((next: ReadonlySet<string>) => setState({ filter, chosen: next }), [filter]);
  const selection = useMemo(() => ({ chosen, onChange: choose }), [chosen, choose]);
  // Before it is known the boxes are there already: nothing moves when it is.
  const may = usage ? usage.allowedActions.includes('ASSIGN_CODES') : of !== 'person';
  if (!may) return { chosen: nobody, question: null };
  const close = () => setAsking(undefined);
  return {
    chosen,
    selection,
    ask: () => setAsking({ uses: [...chosen], one: false }),
    askFor: (use) => setAsking({ uses: [use], one: true }),
    question: asking && usage && (
      <Suspense>
        <CodeModal
          payer={typeof of === 'object' ? of.firm : null}
          filter={filterOf(values)}
          matching={asking.one ? null : usage.uses.totals.uses}
          chosen={asking.uses}
          onDone={() => {
            if (!asking.one) choose(nobody);
            close();
          }}
          onClose={close}
        />
      </Suspense>
    ),
  };
}
