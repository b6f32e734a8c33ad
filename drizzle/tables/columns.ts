import { customType, timestamp } from 'drizzle-orm/pg-core';

/** An instant in UTC, kept to the microsecond and read as a Date. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Raw bytes: hashes of tokens and of audit entries. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({
  dataType: () => 'bytea',
});
