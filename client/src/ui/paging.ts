import { useSearchParams } from 'react-router';

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

export interface PageVariables {
  readonly first?: number;
  readonly after?: string;
  readonly last?: number;
  readonly before?: string;
}

/** Which rows an address asks for: those after a cursor, those before one, or the first. */
export function pageVariables(params: URLSearchParams, size: number): PageVariables {
  const after = params.get('after');
  const before = params.get('before');
  if (before) return { last: size, before };
  return after ? { first: size, after } : { first: size };
}

export function usePageVariables(size = 50): PageVariables {
  return pageVariables(useSearchParams()[0], size);
}

/** The query of the next or the previous page of a list, with its filters kept. */
export function pageQuery(
  params: URLSearchParams,
  to: { after: string | null } | { before: string | null },
): string {
  const next = new URLSearchParams(params);
  next.delete('after');
  next.delete('before');
  for (const [name, cursor] of Object.entries(to)) if (cursor) next.set(name, cursor);
  return `?${next}`;
}
