// Sets the colors before the first paint, so that a dark page never flashes white.
(() => {
  const stored = localStorage.getItem('countersign.colors');
  const chosen = stored === 'light' || stored === 'dark' ? stored : undefined;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.setAttribute('data-mantine-color-scheme', chosen ?? (dark ? 'dark' : 'light'));
})();
