import { Menu } from '@mantine/core';
import { IconDoorExit, IconLogout, IconUser } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Link, useLocation } from 'react-router';
import classes from './HeaderMenu.module.css';
import { paths } from './paths';
import { useSignOut } from './useSignOut';
import { useViewer } from './viewer';

const SignOutEverywhere = lazy(() => import('./SignOutEverywhere'));

const initialsOf = (name: string) => {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '').join('');
};

export function AccountMenu() {
  const viewer = useViewer();
  const { pathname, search } = useLocation();
  const signOut = useSignOut();
  const [confirming, setConfirming] = useState(false);
  const account = viewer?.account;

  if (!viewer) return null;
  if (!account) {
    const next = pathname === paths.home() || pathname === paths.signIn() ? undefined : pathname + search;
    return (
      <Link to={paths.signIn(next)} className={classes.signIn}>
        Sign in
      </Link>
    );
  }
  return (
    <>
      <Menu position="bottom-end" shadow="md" width="15rem">
        <Menu.Target>
          <button type="button" className={classes.person} aria-label={`Account of ${account.name.full}`}>
            <span className={classes.initials} aria-hidden="true">
              {initialsOf(account.name.full)}
            </span>
            <span className={classes.name}>{account.name.full}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <div className={classes.who}>
            {account.name.full}
            <span>Account {account.accountNumber}</span>
          </div>
          <Menu.Divider />
          <Menu.Item component={Link} to={paths.account()} leftSection={<IconUser size="1rem" aria-hidden />}>
            My account
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLogout size="1rem" aria-hidden />}
            onClick={() => signOut({ everywhere: false })}
          >
            Sign out
          </Menu.Item>
          <Menu.Item
            leftSection={<IconDoorExit size="1rem" aria-hidden />}
            onClick={() => setConfirming(true)}
          >
            Sign out everywhere
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {confirming && (
        <Suspense>
          <SignOutEverywhere onClose={() => setConfirming(false)} />
        </Suspense>
      )}
    </>
  );
}
