import { z } from 'zod';
import { circuits } from './circuits';
import { courtTypes } from './court-types';

/** Whether a text is a web address that is safe to link to. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s<>"]+$/i.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return url.username === '' && url.password === '';
}

const line = (most: number) => z.string().trim().min(1).max(most);
const webAddress = line(500).refine(isWebAddress, 'is not a web address');

/** The most characters of each text of a court. */
export const courtTextLimits = {
  title: 200,
  name: 200,
  citation: 60,
  office: 200,
  address: 400,
  phone: 200,
  hours: 300,
} as const;

export const officeSchema = z.strictObject({
  name: line(courtTextLimits.office),
  address: line(courtTextLimits.address).nullable(),
  phone: line(courtTextLimits.phone).nullable(),
  email: z.email().max(254).nullable(),
  hours: line(courtTextLimits.hours).nullable(),
});

export type Office = z.infer<typeof officeSchema>;

export const courtSchema = z.strictObject({
  /** As in the court’s address: `mowd` of ecf.mowd.uscourts.gov. */
  id: z.string().regex(/^[a-z0-9]{2,12}$/, 'is not made of 2 to 12 letters and digits'),
  /** As in PACER’s court lookup: `MOWDC`. */
  lookupId: z.string().regex(/^[A-Z0-9]{2,12}$/, 'is not made of 2 to 12 letters and digits'),
  title: line(courtTextLimits.title),
  name: line(courtTextLimits.name),
  type: z.enum(courtTypes),
  circuit: z.enum(circuits),
  citation: line(courtTextLimits.citation).nullable(),
  states: z.array(line(60)).max(60),
  loginUrl: webAddress,
  webUrl: webAddress.nullable(),
  nextGen: z.boolean(),
  nextGenSince: z.iso.date().nullable(),
  helpDeskPhones: z.array(line(courtTextLimits.phone)).max(50),
  offices: z.array(officeSchema).max(100),
});

export type Court = z.infer<typeof courtSchema>;

/** A court as it is kept; `retiredOn` is the day it left the list. */
export type StoredCourt = Court & { retiredOn: string | null };

export type SignInWay = 'CENTRAL_SIGN_ON' | 'OWN_LOGIN';

/** How one signs in on a day (YYYY-MM-DD): a court whose conversion is still to come keeps its own login. */
export function signInWay(court: Pick<Court, 'nextGen' | 'nextGenSince'>, today: string): SignInWay {
  const converted = court.nextGen && (court.nextGenSince === null || court.nextGenSince <= today);
  return converted ? 'CENTRAL_SIGN_ON' : 'OWN_LOGIN';
}
