/** A number as people type it, without the spaces and dashes between its groups; null where it has anything else. */
export function typedDigits(text: string): string | null {
  const digits = text.replace(/[\s\u2010-\u2015\u2212-]/g, '');
  return /^\d*$/.test(digits) ? digits : null;
}
