/** The circuits in their usual order. */
export const circuits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', 'DC', 'FED'] as const;

export type Circuit = (typeof circuits)[number];

export const circuitLabels: Record<Circuit, string> = {
  '1': 'First Circuit',
  '2': 'Second Circuit',
  '3': 'Third Circuit',
  '4': 'Fourth Circuit',
  '5': 'Fifth Circuit',
  '6': 'Sixth Circuit',
  '7': 'Seventh Circuit',
  '8': 'Eighth Circuit',
  '9': 'Ninth Circuit',
  '10': 'Tenth Circuit',
  '11': 'Eleventh Circuit',
  DC: 'D.C. Circuit',
  FED: 'Federal Circuit',
};

/** A circuit’s place in the usual order, from 1. */
export function circuitOrder(circuit: Circuit): number {
  return circuits.indexOf(circuit) + 1;
}
