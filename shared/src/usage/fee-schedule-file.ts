import { z } from 'zod';
import { cardCeilingSchema } from './card-ceiling';
import {
  datedFeeTermsSchema,
  type FeeSchedule,
  feeTermNames,
  feeTermsSchema,
  schedulesProblem,
} from './fee-schedule';

const sourceSchema = z.strictObject({
  title: z.string().min(1),
  url: z.url(),
  /** The day of the source, or of the copy that was read; null where it bears none. */
  dated: z.iso.date().nullable(),
  /** False for what others report of it. */
  primary: z.boolean(),
});

/** STATED by its source; INFERRED from one; UNSOURCED where none was found, and the value is ours. */
export const factMarks = ['STATED', 'INFERRED', 'UNSOURCED'] as const;

/** One term’s value from a day on, and where it is from. */
const factSchema = z.strictObject({
  term: z.enum(feeTermNames),
  value: z.union([z.int(), z.string(), z.array(z.string()), z.null()]),
  from: z.iso.date(),
  mark: z.enum(factMarks),
  source: z.string().nullable(),
  note: z.string().min(1).nullable(),
});

type Fact = z.infer<typeof factSchema>;

/** The file of reference data: the schedules, and for every value the fact behind it. */
export const feeScheduleFileSchema = z.strictObject({
  about: z.string(),
  sources: z.record(z.string(), sourceSchema),
  facts: z.array(factSchema),
  schedules: z.array(datedFeeTermsSchema),
  cardCeilings: z.array(cardCeilingSchema),
});

export type FeeScheduleFile = z.infer<typeof feeScheduleFileSchema>;

/** The fact in force for a term on a day. */
function factOn(facts: readonly Fact[], term: Fact['term'], day: string): Fact | undefined {
  return facts
    .filter((fact) => fact.term === term && fact.from <= day)
    .reduce<Fact | undefined>((last, fact) => (last && last.from > fact.from ? last : fact), undefined);
}

function factProblem({ facts, sources, schedules }: FeeScheduleFile): string | null {
  const starts = new Set(schedules.map(({ from }) => from));
  for (const { term, value, from, mark, source, note } of facts) {
    const at = `The fact about ${term} from ${from}`;
    if (!starts.has(from)) return `${at} begins on a day on which no schedule does.`;
    if (!feeTermsSchema.shape[term].safeParse(value).success) return `${at} has a value that does not fit.`;
    if (mark === 'UNSOURCED' ? note === null : source === null) return `${at} does not say where it is from.`;
    if (source !== null && !Object.hasOwn(sources, source))
      return `${at} names the source ${source}, which is not in the file.`;
  }
  for (const schedule of schedules) {
    for (const term of feeTermNames) {
      const fact = factOn(facts, term, schedule.from);
      if (!fact) return `No fact is behind ${term} of the schedule ${schedule.id}.`;
      if (JSON.stringify(fact.value) !== JSON.stringify(schedule[term])) {
        return `The schedule ${schedule.id} has another ${term} than the fact from ${fact.from}.`;
      }
    }
  }
  return null;
}

export type FeeScheduleReading =
  | { ok: true; schedules: FeeSchedule[]; file: FeeScheduleFile }
  | { ok: false; message: string };

/** Reads the file of fee schedules, in the order of their days; a value without its fact is refused. */
export function readFeeSchedules(json: unknown): FeeScheduleReading {
  const parsed = feeScheduleFileSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      ok: false,
      message: `The fee schedules have a wrong ${issue?.path.join('.')}: ${issue?.message}.`,
    };
  }
  const file = parsed.data;
  const problem = schedulesProblem(file.schedules) ?? factProblem(file);
  if (problem) return { ok: false, message: problem };
  const schedules = [...file.schedules]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map((schedule) => ({
      ...schedule,
      assumed: feeTermNames.filter((term) => factOn(file.facts, term, schedule.from)?.mark !== 'STATED'),
    }));
  return { ok: true, schedules, file };
}
