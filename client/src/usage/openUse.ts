import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** The same address with another use open, or none: the list stays as it is. */
export function withOpenUse(params: URLSearchParams, use: string | null): string {
  const next = new URLSearchParams(params);
  next.delete('use');
  if (use !== null) next.set('use', use);
  return `?${next}`;
}

/** The use that is open over the list. */
export function useOpenUse() {
  const [params, setParams] = useSearchParams();
  const show = useCallback(
    (use: string | null) =>
      setParams((now) => new URLSearchParams(withOpenUse(now, use)), {
        replace: true,
        preventScrollReset: true,
      }),
    [setParams],
  );
  return { open: params.get('use'), show };
}
