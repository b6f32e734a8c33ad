import { z } from 'zod';

/** A question that filers ask of a court, with its answer in plain text. */
export const courtQuestionSchema = z.strictObject({
  courtId: z.string(),
  question: z.string().min(1).max(200),
  answer: z.string().min(1).max(1000),
});

export type CourtQuestion = z.infer<typeof courtQuestionSchema>;
