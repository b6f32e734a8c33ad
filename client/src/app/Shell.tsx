import { useApolloClient, useReactiveVar } from '@apollo/client/react';
import { VisuallyHidden } from '@mantine/core';
import { Suspense, useEffect, useRef, useState } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { announcement } from '../ui/pageTitle';
import { Header } from './Header';
import { Navigation } from './Navigation';
import { renewViewer } from './renewViewer';
import { SessionWatch } from './SessionWatch';
import classes from './Shell.module.css';

export function Shell() {
  const client = useApolloClient();
  const { pathname } = useLocation();
  const { state } = useNavigation();
  const askedAt = useRef(pathname);
  const [menuOpen, setMenuOpen] = useState(false);
  const said = useReactiveVar(announcement);

  useEffect(() => {
    setMenuOpen(false);
    if (pathname === askedAt.current) return;
    askedAt.current = pathname;
    // The page itself tells when the server cannot be reached.
    renewViewer(client).catch(() => undefined);
  }, [pathname, client]);

  return (
    <div className={classes.root}>
      <a href="#main" className={classes.skip} data-no-print>
        Skip to the main content
      </a>
      <Header menuOpen={menuOpen} onMenu={() => setMenuOpen((open) => !open)} />
      <Navigation open={menuOpen} />
      <main id="main" tabIndex={-1} className={classes.main} aria-busy={state === 'loading'}>
        <div className={classes.page}>
          <Suspense>
            <Outlet />
          </Suspense>
        </div>
      </main>
      <VisuallyHidden aria-live="polite" role="status">
        {said}
      </VisuallyHidden>
      <SessionWatch />
      <ScrollRestoration />
    </div>
  );
}
