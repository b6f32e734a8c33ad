import type { Day } from '@countersign/shared/usage/day';
import { quarterOfDay } from '@countersign/shared/usage/quarter';
import type { StoryUse } from './story/story';

const lastDay: Day = '9999-12-31';

/** Hands uses that come in the order of their days on quarter by quarter, and keeps none of them. */
export class QuarterReader {
  private readonly uses: Iterator<StoryUse, void>;
  private head: IteratorResult<StoryUse, void>;

  constructor(uses: Iterable<StoryUse, void>) {
    this.uses = uses[Symbol.iterator]();
    this.head = this.uses.next();
  }

  /** The first day of the quarter that the next use is in; null when there is none. */
  quarter(): Day | null {
    return this.head.done ? null : quarterOfDay(this.head.value.day).startsOn;
  }

  /** The uses that are left of this quarter. */
  rest(): Generator<StoryUse, void> {
    return this.until(this.head.done ? '' : quarterOfDay(this.head.value.day).endsOn);
  }

  /** The uses that are left of all quarters. */
  all(): Generator<StoryUse, void> {
    return this.until(lastDay);
  }

  private *until(day: Day): Generator<StoryUse, void> {
    while (!this.head.done && this.head.value.day <= day) {
      yield this.head.value;
      this.head = this.uses.next();
    }
  }
}
