import { addDays, type Day } from '@countersign/shared/usage/day';
import { inventCase, inventCompany, type Matter } from './matters';
import type { Random } from './random';
import type { Member, Trial } from './story';

const mostInTeam = 9;
const weeks = 3;

/** A trial of three weeks from a day on, and the matter that is tried; null where nobody litigates. */
export function inventTrial(random: Random, members: readonly Member[], opensOn: Day): Trial | null {
  const litigators = members.flatMap((member, place) =>
    member.practice === 'LITIGATION' && member.pace > 0.25 ? [place] : [],
  );
  if (litigators.length === 0) return null;
  const filedOn = addDays(opensOn, -random.between(500, 700));
  const matter: Matter = {
    clientCode: '20117-004',
    client: inventCompany(random),
    practice: 'LITIGATION',
    cases: [inventCase(random, 'mowd', filedOn)],
    from: filedOn,
    to: addDays(opensOn, 120),
    team: new Set(litigators.slice(-mostInTeam)),
    weight: 2,
    proBono: false,
  };
  return { matter, from: opensOn, to: addDays(opensOn, weeks * 7 - 1) };
}
