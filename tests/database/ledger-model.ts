import { randomUUID } from 'node:crypto';
import type { Booking } from '@countersign/server/billing/book';
import type { Random } from '@countersign/server/demonstration/story/random';
import type { LedgerAccount } from '@countersign/shared/billing/ledger-accounts';

/** A payment as it is known, and what became of it. */
export interface ModelPayment {
  readonly payerId: string;
  readonly paymentId: string;
  readonly cents: number;
  refunded: number;
  returned: boolean;
}

/** Recorded or uploaded uses of one batch, one in each quarter, and whose they are now. */
export interface ModelBatch {
  payerId: string;
  readonly batchId: string;
  readonly authority: 'RECORDED' | 'UPLOADED';
  readonly charges: ReadonlyMap<string, number>;
}

/** What is booked, and whether it must be posted: not where it was before, nor where there is nothing to book. */
export interface Expected {
  readonly booking: Booking;
  readonly posted: boolean;
}

export const quarters = ['2025-07-01', '2025-10-01', '2026-01-01', '2026-04-01'];

/** The ledger as arithmetic knows it: sums by payer, account and quarter, with nothing of how they are kept. */
export class LedgerModel {
  readonly payments: ModelPayment[] = [];
  readonly batches: ModelBatch[] = [];
  readonly posted: Booking[] = [];
  journals = 0;
  private readonly nets = new Map<string, number>();
  private readonly sums = new Map<string, number>();

  constructor(
    readonly payers: readonly string[],
    readonly random: Random,
  ) {}

  net(payerId: string): number {
    return this.nets.get(payerId) ?? 0;
  }

  accrued(payerId: string, quarter: string): number {
    return this.sums.get(`${payerId} ACCRUED ${quarter}`) ?? 0;
  }

  /** Both ends of something that is not nothing. */
  move(payerId: string, account: LedgerAccount, cents: number, quarter = ''): void {
    const key = `${payerId} ${account} ${quarter}`;
    this.sums.set(key, (this.sums.get(key) ?? 0) + cents);
  }

  owe(payerId: string, cents: number): void {
    this.nets.set(payerId, this.net(payerId) + cents);
  }

  /** Keeps what was booked, to be booked again later. */
  keep(
    booking: Omit<Booking, 'at' | 'sourceId'> & { readonly sourceId?: string },
    something = true,
  ): Expected {
    const whole: Booking = { sourceId: randomUUID(), at: new Date('2026-06-01T12:00:00Z'), ...booking };
    if (something) {
      this.journals += 1;
      this.posted.push(whole);
    }
    return { booking: whole, posted: something };
  }

  /** All sums that are not nothing, as lines. */
  lines(): string[] {
    const positions = [...this.nets].flatMap(([payerId, net]): [string, number][] => [
      [`${payerId} RECEIVABLE `, Math.max(net, 0)],
      [`${payerId} CREDIT `, Math.min(net, 0)],
    ]);
    return [...this.sums, ...positions]
      .filter(([, cents]) => cents !== 0)
      .map(([key, cents]) => `${key} ${cents}`)
      .sort();
  }
}
