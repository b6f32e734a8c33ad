import { decode } from 'html-entities';
import { isWebAddress } from './court';

/** More than any real text of the feed, so that hostile ones cost nothing. */
const mostRead = 10_000;

function cleanOnce(text: string): string {
  return decode(text, { level: 'html5', scope: 'strict' })
    .replace(/<!--.*?(?:-->|$)/gs, ' ')
    .replace(/<\/?[a-z][^>]*(?:>|$)/gi, ' ')
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

/** What courts write where they have nothing to say: “N/A”, “-”, “[phone number]”, “Court's address”. */
const placeholder = /^(?:n\/?a|none|[^\p{L}\p{N}]*|\[[^\]\d]*\]|(?:the )?court['’]s (?:e-?mail )?address)$/iu;

/** Plain text out of HTML, entities undone even when escaped twice, cut to a length; null when nothing is left. */
export function cleanText(raw: unknown, most: number): string | null {
  if (typeof raw !== 'string' && typeof raw !== 'number') return null;
  let text = String(raw).slice(0, mostRead);
  for (let before = ''; before !== text; ) {
    before = text;
    text = cleanOnce(text);
  }
  if (text.length > most) {
    // Never half a character: Postgres refuses one.
    text = `${text
      .slice(0, most - 1)
      .replace(/[\uD800-\uDBFF]$/, '')
      .trimEnd()}…`;
  }
  return placeholder.test(text) ? null : text;
}

const address =
  /(?<![\w.+-])[A-Z0-9_](?:[\w.+-]{0,62}[A-Z0-9_+-])?@(?:[A-Z0-9](?:[A-Z0-9-]{0,61}[A-Z0-9])?\.)+[A-Z]{2,20}(?![\w-])/gi;

/** The first e-mail address in a text; the feed has sentences and web addresses in its place too. */
export function cleanEmail(raw: unknown): string | null {
  const found = cleanText(raw, 1000)
    ?.match(address)
    ?.find((email) => email.length <= 254 && !email.includes('..'));
  return found ?? null;
}

/** A web address that is http or https; null otherwise. */
export function cleanUrl(raw: unknown): string | null {
  const text = cleanText(raw, 1000);
  return text !== null && text.length <= 500 && isWebAddress(text) ? text : null;
}
