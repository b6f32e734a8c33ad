/** A stretch of text, and the number to dial where it is a phone number. */
export interface PhonePart {
  readonly text: string;
  readonly dial?: string;
}

const american = /(?:\+?1[-. ])?\(?\b(\d{3})\)?[-. ]+(\d{3})[-. ](\d{4})\b/g;

/** Finds the phone numbers in what a court wrote in the place of one: often several, with words between them. */
export function phoneParts(written: string): PhonePart[] {
  const parts: PhonePart[] = [];
  let end = 0;
  for (const match of written.matchAll(american)) {
    const [number, area, exchange, line] = match;
    if (match.index > end) parts.push({ text: written.slice(end, match.index) });
    parts.push({ text: number, dial: `+1${area}${exchange}${line}` });
    end = match.index + number.length;
  }
  if (end < written.length) parts.push({ text: written.slice(end) });
  return parts;
}
