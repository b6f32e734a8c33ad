/** A part of a whole in percent; what is there but rounds to nothing is less than 1. */
export function shareText(part: number, whole: number): string {
  if (whole <= 0) return '';
  const percent = Math.round((part / whole) * 100);
  return percent === 0 && part > 0 ? '<1 %' : `${percent} %`;
}
