/** A refusal that a person can mend, as every payload of the API carries it. */
export interface UserError {
  readonly message: string;
  readonly field: readonly string[] | null;
}

export interface FormProblem<Field extends string> {
  readonly message: string;
  /** The field of the form that mends it; none where it is about the form as a whole. */
  readonly field?: Field;
}

/** Finds for each refusal the field of the form it is about: the last step of its path that the form has. */
export function problemsOf<Field extends string>(
  errors: readonly UserError[],
  fields: readonly Field[],
): FormProblem<Field>[] {
  return errors.map(({ message, field }) => {
    const steps = [...(field ?? [])].reverse();
    const known = steps.find((step): step is Field => (fields as readonly string[]).includes(step));
    return { message, field: known };
  });
}

/** The same, as Mantine's forms take them: one message a field. */
export function fieldErrors<Field extends string>(
  problems: readonly FormProblem<Field>[],
): Partial<Record<Field, string>> {
  const errors: Partial<Record<Field, string>> = {};
  for (const { field, message } of problems) if (field) errors[field] ??= message;
  return errors;
}
