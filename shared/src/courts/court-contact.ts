import { z } from 'zod';

export const contactPurposes = ['ADMISSIONS', 'PASSWORD', 'REINSTATEMENT', 'ECF_HELP', 'GENERAL'] as const;

export type ContactPurpose = (typeof contactPurposes)[number];

/** Whom to contact at a court about one purpose. */
export const courtContactSchema = z
  .strictObject({
    courtId: z.string(),
    purpose: z.enum(contactPurposes),
    name: z.string().max(100).nullable(),
    phone: z.string().max(40).nullable(),
    email: z.email().nullable(),
    note: z.string().max(300).nullable(),
  })
  .refine((contact) => contact.phone !== null || contact.email !== null, 'has neither phone nor e-mail');

export type CourtContact = z.infer<typeof courtContactSchema>;
