/** A case number as it is searched for: in lower case and without spaces. */
export function caseKey(caseNumber: string): string {
  return caseNumber.toLowerCase().replaceAll(/\s+/g, '');
}
