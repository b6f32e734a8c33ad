import { useEffect, useState } from 'react';
import { paths } from '../app/paths';
import { fetcher } from './fetcher';

interface Answer {
  data?: { viewer: { account: { name: { full: string } } | null } };
}

const question = { query: 'query ExplorerViewer { viewer { account { name { full } } } }', variables: {} };

/** Where one is, as whom, and the way back to the site. */
export function Topbar() {
  const [who, setWho] = useState<string | null>();
  useEffect(() => {
    const ask = async () => {
      const { data } = (await fetcher(question)) as Answer;
      setWho(data?.viewer.account?.name.full ?? null);
    };
    // Without an answer the bar only says nothing about who one is.
    ask().catch(() => undefined);
  }, []);
  return (
    <header className="topbar">
      <a href={paths.home()} className="topbar-home">
        <img src="/favicon.svg" alt="" width="28" height="28" />
        Countersign
      </a>
      <span className="topbar-title">API explorer</span>
      <nav className="topbar-links" aria-label="Site">
        {who && <span>Signed in as {who}</span>}
        {who === null && <a href={paths.signIn(paths.explorer())}>Sign in</a>}
        <a href={paths.schema()}>Schema</a>
        <a href={paths.home()}>Back to the site</a>
      </nav>
    </header>
  );
}
