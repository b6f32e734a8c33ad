import { useMantineColorScheme } from '@mantine/core';
import { IconCode, IconHelp, IconHome, IconLogin, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useLocation, useNavigate } from 'react-router';
import { openAreas, type SitePage } from './areas';
import { paths } from './paths';
import { useSignOut } from './useSignOut';
import { useViewer } from './viewer';

export interface PaletteEntry {
  label: string;
  description?: string;
  Icon: SitePage['Icon'];
  run: () => void;
}

/** The pages one may see and the things one may do from anywhere, narrowed by what is typed. */
export function usePaletteEntries(query: string): PaletteEntry[] {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const { setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const viewer = useViewer();

  const goTo = (label: string, to: string, Icon: SitePage['Icon'], description?: string): PaletteEntry => ({
    label,
    description,
    Icon,
    run: () => void navigate(to),
  });
  const pages = openAreas(viewer).flatMap(({ label: area, pages: of }) =>
    of.map(({ label, to, Icon }) => goTo(label, to, Icon, area)),
  );
  const entries: PaletteEntry[] = [
    goTo('Start page', paths.home(), IconHome),
    ...pages,
    goTo('Help', paths.help(), IconHelp),
    { label: 'API explorer', Icon: IconCode, run: () => window.location.assign(paths.explorer()) },
    { label: 'Use light colors', Icon: IconSun, run: () => setColorScheme('light') },
    { label: 'Use dark colors', Icon: IconMoon, run: () => setColorScheme('dark') },
    viewer?.account
      ? { label: 'Sign out', Icon: IconLogout, run: () => void signOut({ everywhere: false }) }
      : goTo('Sign in', paths.signIn(pathname + search), IconLogin),
  ];
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ label, description = '' }) => {
    const said = `${label} ${description}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
