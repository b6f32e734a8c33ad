import { createContext, useContext, useDeferredValue, useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';

/** The same address with another use open, or none: the list stays as it is. */
export function withOpenUse(params: URLSearchParams, use: string | null): string {
  const next = new URLSearchParams(params);
  next.delete('use');
  if (use !== null) next.set('use', use);
  return `?${next}`;
}

/** How the rows of a list lead to their uses. */
export interface UseLinks {
  readonly addressOf: (use: string) => string;
  readonly open: (use: string) => void;
}

export const UseLinksContext = createContext<UseLinks>({ addressOf: () => '', open: () => {} });

export const useUseLinks = () => useContext(UseLinksContext);

/** The use that is open over the list, and the ways to others. */
export function useOpenUse() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const list = withOpenUse(params, null);
  const links = useMemo(() => {
    const addressOf = (use: string | null) => withOpenUse(new URLSearchParams(list), use);
    const go = (use: string | null, replace: boolean) =>
      void navigate(addressOf(use), { replace, preventScrollReset: true });
    return { addressOf, open: (use: string) => go(use, false), show: (use: string | null) => go(use, true) };
  }, [list, navigate]);
  // A hundred rows have links: they follow when there is time.
  return { open: params.get('use'), show: links.show, links: useDeferredValue(links) };
}
