/** The address to come back to after signing in, or the given one where it would lead off this site. */
export function returnPath(next: string | null, otherwise: string): string {
  if (next === null || !/^\/(?![/\\])/.test(next)) return otherwise;
  const here = 'https://countersign.invalid';
  const url = URL.canParse(next, here) ? new URL(next, here) : null;
  return url?.origin === here ? url.pathname + url.search + url.hash : otherwise;
}
