import postgres from 'postgres';

/** Opens one plain connection for a test's own questions, past everything of the server. */
export function plainSql(url: string, max = 1): postgres.Sql {
  return postgres(url, { max, onnotice: () => {} });
}

/** Runs work in a transaction that is rolled back whatever comes of it. */
export async function undone<T>(
  client: postgres.Sql,
  work: (tx: postgres.TransactionSql) => Promise<T>,
): Promise<T> {
  const rolledBack = new Error('rolled back');
  let outcome: T | undefined;
  await client
    .begin(async (tx) => {
      outcome = await work(tx);
      throw rolledBack;
    })
    .catch((cause: unknown) => {
      if (cause !== rolledBack) throw cause;
    });
  return outcome as T;
}

/** The SQLSTATE a statement ends with; null when it succeeds. */
export async function stateOf(statement: Promise<unknown>): Promise<string | null> {
  try {
    await statement;
    return null;
  } catch (cause) {
    const { code, cause: inner } = cause as { code?: string; cause?: { code?: string } };
    return code ?? inner?.code ?? String(cause);
  }
}
