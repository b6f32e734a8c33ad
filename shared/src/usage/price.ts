import { type Amount, amountOf, countProblem } from './amount';
import { isDay } from './day';
import { type Exemption, type ExemptReason, exemptReason } from './exemption';
import { type FeeSchedule, inForce } from './fee-schedule';
import { type PriceRefusal, priceRefusal } from './price-refusal';
import { formatsOfKind, type Use, useKindLabels } from './use';

export type PriceUnit = 'PAGE' | 'FILE' | 'ITEM' | 'PAYMENT';

/** One step of the way to a price; `pricePartText` puts it in words. */
export type PricePart =
  | { readonly rule: 'PAGES'; readonly pages: number }
  | { readonly rule: 'BYTES'; readonly bytes: number; readonly bytesPerPage: number; readonly pages: number }
  | { readonly rule: 'NO_MATCHES'; readonly pages: number }
  | { readonly rule: 'CAP'; readonly capPages: number; readonly from: number; readonly to: number }
  | { readonly rule: 'GOVERNMENT_RATE'; readonly unitCents: number; readonly insteadOfCents: number }
  | { readonly rule: 'RATE'; readonly quantity: number; readonly unit: PriceUnit; readonly unitCents: number }
  | { readonly rule: 'EXEMPT'; readonly reason: ExemptReason };

/** What a use costs by a schedule. */
export interface Price {
  readonly ok: true;
  readonly scheduleId: string;
  /** What is owed for the use, before the quarter’s waiver. */
  readonly cents: number;
  /** What it would cost without an exemption; null where an exempt use does not say how much it was. */
  readonly fullCents: number | null;
  readonly unit: PriceUnit;
  readonly unitCents: number;
  /** Units charged at that rate: pages after the cap, files, items, or one payment. */
  readonly quantity: number;
  /** Pages before the cap; null for what is not charged by pages. */
  readonly pages: number | null;
  /** Pages after the cap, counted even where an exemption makes them free; 0 for what is not charged by pages. */
  readonly billablePages: number;
  readonly capApplied: boolean;
  /** The schedule’s cap, whether or not it holds for the kind. */
  readonly capPages: number;
  readonly exempt: ExemptReason | null;
  /** In the order in which they were applied. */
  readonly parts: readonly PricePart[];
}

interface Rate {
  readonly ok: true;
  readonly unit: PriceUnit;
  readonly cents: number;
  /** The rate for everybody, where this one is a government’s. */
  readonly insteadOfCents?: number;
}

function rate(unit: PriceUnit, cents: number | null, use: Use, schedule: FeeSchedule): Rate | PriceRefusal {
  if (cents !== null) return { ok: true, unit, cents };
  return priceRefusal(
    'NOT_IN_SCHEDULE',
    'kind',
    `The fee schedule from ${schedule.from} has no fee for: ${useKindLabels[use.kind].toLowerCase()}.`,
  );
}

function returnedPaymentRate(use: Use, schedule: FeeSchedule): Rate | PriceRefusal {
  if (schedule.returnedPaymentOf === 'CHECK' && use.instrument !== 'CHECK') {
    return (use.instrument ?? null) === null
      ? priceRefusal(
          'INSTRUMENT_MISSING',
          'instrument',
          'Only returned checks cost a fee then, and how the payment was made is not given.',
        )
      : rate('PAYMENT', null, use, schedule);
  }
  return rate('PAYMENT', schedule.returnedPaymentCents, use, schedule);
}

function rateOf(use: Use, schedule: FeeSchedule, exemptions: readonly Exemption[]): Rate | PriceRefusal {
  switch (use.kind) {
    case 'AUDIO':
      return rate('FILE', schedule.audioFileCents, use, schedule);
    case 'SERVICE_CENTER_SEARCH':
      return rate('ITEM', schedule.serviceCenterSearchCents, use, schedule);
    case 'SERVICE_CENTER_COPY':
      return rate(
        'PAGE',
        use.format === 'PAPER'
          ? schedule.serviceCenterPaperPageCents
          : schedule.serviceCenterElectronicPageCents,
        use,
        schedule,
      );
    case 'ACCOUNT_RECORD':
      return rate('PAGE', schedule.accountRecordPageCents, use, schedule);
    case 'TERMINAL_PRINT':
      return rate('PAGE', schedule.terminalPrintPageCents, use, schedule);
    case 'TERMINAL_VIEW':
      return rate('PAGE', schedule.freeKinds.includes('TERMINAL_VIEW') ? 0 : null, use, schedule);
    case 'RETURNED_PAYMENT':
      return returnedPaymentRate(use, schedule);
    default: {
      const { pageCents, governmentPageCents } = schedule;
      const reduced =
        governmentPageCents !== pageCents && exemptions.some(({ kind }) => kind === 'GOVERNMENT');
      return reduced
        ? { ok: true, unit: 'PAGE', cents: governmentPageCents, insteadOfCents: pageCents }
        : { ok: true, unit: 'PAGE', cents: pageCents };
    }
  }
}

function formatProblem({ kind, format }: Use): PriceRefusal | null {
  if ((format ?? null) === null) {
    return kind === 'SERVICE_CENTER_COPY'
      ? priceRefusal(
          'FORMAT_MISSING',
          'format',
          'Whether the copies are on paper or electronic is not given.',
        )
      : null;
  }
  if (formatsOfKind[kind].some((one) => one === format)) return null;
  return priceRefusal('FORMAT_NOT_OF_KIND', 'format', `${useKindLabels[kind]} does not come as ${format}.`);
}

function dayProblem({ day }: Use, schedule: FeeSchedule): PriceRefusal | null {
  if (!isDay(day)) return priceRefusal('BAD_DAY', 'day', `${day} is not a day written YYYY-MM-DD.`);
  if (inForce(schedule, day)) return null;
  return priceRefusal('NOT_IN_FORCE', 'day', `The fee schedule ${schedule.id} is not in force on ${day}.`);
}

function amountParts(amount: Amount, use: Use, schedule: FeeSchedule): PricePart[] {
  const { basis, given, billable } = amount;
  const parts: PricePart[] = [];
  if (basis === 'BYTES') {
    parts.push({ rule: 'BYTES', bytes: use.bytes ?? 0, bytesPerPage: schedule.bytesPerPage, pages: given });
  } else if (basis === 'NO_MATCHES') {
    parts.push({ rule: 'NO_MATCHES', pages: given });
  } else if (basis === 'PAGES' || basis === 'DOCUMENTS') {
    parts.push({ rule: 'PAGES', pages: given });
  }
  if (billable < given) parts.push({ rule: 'CAP', capPages: schedule.capPages, from: given, to: billable });
  return parts;
}

/**
 * What a use costs by the schedule in force on its day (Electronic Public Access Fee Schedule), with the exemptions
 * its user holds. What cannot be priced is refused with the reason, and never guessed.
 */
export function priceUse(
  use: Use,
  schedule: FeeSchedule,
  exemptions: readonly Exemption[] = [],
): Price | PriceRefusal {
  const problem = dayProblem(use, schedule) ?? formatProblem(use) ?? countProblem(use, schedule);
  if (problem) return problem;
  const exempt = exemptReason(use, schedule, exemptions);
  const charged = rateOf(use, schedule, exemptions);
  if (!charged.ok) return charged;
  const counted = amountOf(use, schedule);
  // An exempt use costs nothing however much it was.
  if (!counted.ok && (exempt === null || counted.code !== 'AMOUNT_MISSING')) return counted;
  const amount: Amount = counted.ok ? counted : { ok: true, basis: 'PAGES', given: 0, billable: 0 };

  const fullCents = counted.ok ? amount.billable * charged.cents : null;
  const parts = counted.ok ? amountParts(amount, use, schedule) : [];
  if (charged.insteadOfCents !== undefined) {
    parts.push({ rule: 'GOVERNMENT_RATE', unitCents: charged.cents, insteadOfCents: charged.insteadOfCents });
  }
  parts.push({ rule: 'RATE', quantity: amount.billable, unit: charged.unit, unitCents: charged.cents });
  if (exempt) parts.push({ rule: 'EXEMPT', reason: exempt });
  const byPages = charged.unit === 'PAGE';
  return {
    ok: true,
    scheduleId: schedule.id,
    cents: exempt ? 0 : (fullCents ?? 0),
    fullCents,
    unit: charged.unit,
    unitCents: charged.cents,
    quantity: amount.billable,
    pages: byPages && counted.ok ? amount.given : null,
    billablePages: byPages ? amount.billable : 0,
    capApplied: amount.billable < amount.given,
    capPages: schedule.capPages,
    exempt,
    parts,
  };
}
