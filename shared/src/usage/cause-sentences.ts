import type { ChargeCause, UncheckableCode } from './charge-difference';

/** What is kept of a cause is its code; these are its words where the numbers of the use stand beside them. */
const sentences: Record<ChargeCause | UncheckableCode, string> = {
  CHARGED_THOUGH_EXEMPT: 'The use is exempt, yet it was charged.',
  NOT_CHARGED: 'Nothing was charged; an exemption that is not known here may be the reason.',
  CAP_NOT_APPLIED: 'All pages were charged, though no more than the cap count.',
  CAP_APPLIED_TO_UNCAPPED: 'Only pages up to the cap were charged, though it does not hold here.',
  BEGUN_PAGE_NOT_COUNTED: 'The last, begun page was not charged.',
  OTHER_RATE: 'The charge is that of another fee schedule’s rate.',
  OTHER_PAGES: 'The charge is that of another number of pages.',
  OTHER: 'No rule explains the charge.',
  NO_CHARGE: 'The source gives no charge, so that the expected price stands for it.',
  BAD_CHARGE: 'The charge is not in whole cents.',
  CORRECTION: 'A correction has no price of its own.',
  BAD_NUMBER: 'A number of the use cannot be counted with.',
  TOO_MANY: 'A number of the use is more than one use can have.',
  AMOUNT_MISSING: 'How much was used is not given.',
  BAD_DAY: 'The day of the use is not known.',
  NOT_IN_FORCE: 'No fee schedule is known for its day.',
  NOT_IN_SCHEDULE: 'The fee schedule of its day has no such fee.',
  FORMAT_NOT_OF_KIND: 'This kind of use does not come in that format.',
  FORMAT_MISSING: 'Its price depends on the format, which is not given.',
  INSTRUMENT_MISSING: 'The fee depends on how the payment was made, which is not given.',
};

/** The sentence of a cause’s code; a text that is none is a sentence already. */
export function causeSentence(cause: string): string {
  return sentences[cause as keyof typeof sentences] ?? cause;
}
