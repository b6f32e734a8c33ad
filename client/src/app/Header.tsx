import { ActionIcon, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconHelp, IconMenu2, IconSearch, IconX } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { AccountMenu } from './AccountMenu';
import { ColorSchemeMenu } from './ColorSchemeMenu';
import classes from './Header.module.css';
import { paths } from './paths';
import { Wordmark } from './Wordmark';

const CommandPalette = lazy(() => import('./CommandPalette'));

const onApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

interface HeaderProps {
  menuOpen: boolean;
  onMenu: () => void;
}

export function Header({ menuOpen, onMenu }: HeaderProps) {
  const [palette, setPalette] = useState<'unused' | 'open' | 'closed'>('unused');
  const open = () => setPalette('open');
  useHotkeys([['mod+K', open]], []);

  return (
    <header className={classes.root} data-no-print>
      <ActionIcon
        className={classes.menu}
        variant="transparent"
        color="white"
        size="lg"
        aria-label={menuOpen ? 'Close the menu' : 'Open the menu'}
        aria-expanded={menuOpen}
        aria-controls="navigation"
        onClick={onMenu}
      >
        {menuOpen ? <IconX aria-hidden /> : <IconMenu2 aria-hidden />}
      </ActionIcon>
      <Wordmark />
      <button type="button" className={classes.search} onClick={open} aria-label="Search pages and courts">
        <IconSearch size="1.05rem" aria-hidden />
        <span className={classes.hint}>Search pages and courts</span>
        <Kbd size="xs" className={classes.keys} aria-hidden>
          {onApple ? '⌘ K' : 'Ctrl K'}
        </Kbd>
      </button>
      <Link to={paths.help()} className={classes.help} aria-label="Help">
        <IconHelp size="1.2rem" aria-hidden />
        <span>Help</span>
      </Link>
      <ColorSchemeMenu />
      <AccountMenu />
      {palette !== 'unused' && (
        <Suspense>
          <CommandPalette opened={palette === 'open'} onClose={() => setPalette('closed')} />
        </Suspense>
      )}
    </header>
  );
}
