import { makeVar } from '@apollo/client';
import { type RefObject, useEffect } from 'react';
import { useResolvedPath } from 'react-router';

/** What the live region of the shell says. */
export const announcement = makeVar('');

/** The page whose heading was last reached; none before the first page of a visit. */
let arrivedAt: string | undefined;

/**
 * Names the page in the tab and to screen readers, and moves the focus to its heading when one has come from another
 * page. A form laid over a page is a route below the page's own, and leaves its heading alone.
 */
export function usePageTitle(title: string, heading: RefObject<HTMLElement | null>): void {
  const { pathname } = useResolvedPath('.');

  useEffect(() => {
    const before = document.title;
    document.title = `${title} · Countersign`;
    announcement(title);
    return () => {
      document.title = before;
    };
  }, [title]);

  useEffect(() => {
    const cameFromElsewhere = arrivedAt !== undefined && arrivedAt !== pathname;
    arrivedAt = pathname;
    if (cameFromElsewhere) heading.current?.focus({ preventScroll: true });
  }, [pathname, heading]);
}
