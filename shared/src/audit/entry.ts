/** Who a stream of the audit trail belongs to. */
export interface Stream {
  readonly kind: 'firm' | 'court' | 'account' | 'site';
  readonly id: string;
}

export const siteStream: Stream = { kind: 'site', id: 'site' };

/** An entry as it is sealed; `at` is the text Postgres keeps, to the microsecond. */
export interface SealedEntry {
  readonly streamKind: string;
  readonly streamId: string;
  readonly entryId: string;
  readonly at: string;
  readonly actorKind: string;
  readonly actorAccountId: string | null;
  readonly action: string;
  readonly details: unknown;
  readonly requestId: string | null;
  readonly address: string | null;
}

function canonicalValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonicalValue);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, canonicalValue(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The one text of an entry: the same entry gives the same text whatever the order of its keys. */
export function canonicalEntry(entry: SealedEntry): string {
  const {
    streamKind,
    streamId,
    entryId,
    at,
    actorKind,
    actorAccountId,
    action,
    details,
    requestId,
    address,
  } = entry;
  return JSON.stringify(
    canonicalValue([
      streamKind,
      streamId,
      entryId,
      at,
      actorKind,
      actorAccountId,
      action,
      details,
      requestId,
      address,
    ]),
  );
}
