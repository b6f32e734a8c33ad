import type { createSpotlight } from '@mantine/spotlight';
import { type RefCallback, useCallback, useRef } from 'react';

type Store = ReturnType<typeof createSpotlight>[0];

/**
 * The palette marks its chosen entry for the eye alone. This tells screen readers of it too, and chooses the first
 * entry when the chosen one has gone, so that Enter always does something.
 */
export function usePaletteChoice(store: Store) {
  const field = useRef<HTMLInputElement>(null);
  const list: RefCallback<HTMLDivElement> = useCallback(
    (root) => {
      if (!root) return;
      const tell = () => {
        const entries = [...root.querySelectorAll<HTMLElement>('[role=option]')];
        let chosen = entries.find((entry) => entry.hasAttribute('data-selected'));
        if (!chosen && entries[0]) {
          chosen = entries[0];
          chosen.setAttribute('data-selected', 'true');
          store.updateState((state) => ({ ...state, selected: 0 }));
        }
        for (const [i, entry] of entries.entries()) {
          entry.id = `palette-${i}`;
          entry.ariaSelected = String(entry === chosen);
        }
        if (chosen) field.current?.setAttribute('aria-activedescendant', chosen.id);
        else field.current?.removeAttribute('aria-activedescendant');
      };
      const observer = new MutationObserver(tell);
      observer.observe(root, { subtree: true, childList: true, attributeFilter: ['data-selected'] });
      tell();
      return () => observer.disconnect();
    },
    [store],
  );
  return { field, list };
}
