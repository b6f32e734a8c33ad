import { useReactiveVar } from '@apollo/client/react';
import { VisuallyHidden } from '@mantine/core';
import { Suspense, useEffect, useState } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { announcement } from '../ui/pageTitle';
import { Header } from './Header';
import { Navigation } from './Navigation';
import { SessionWatch } from './SessionWatch';
import classes from './Shell.module.css';

export function Shell() {
  const { pathname } = useLocation();
  const { state } = useNavigation();
  const [menuOpen, setMenuOpen] = useState(false);
  const said = useReactiveVar(announcement);

  // biome-ignore lint/correctness/useExhaustiveDependencies: closes whenever one has gone somewhere
  useEffect(() => setMenuOpen(false), [pathname]);

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
