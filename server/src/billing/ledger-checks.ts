/** What must hold of the ledger and no constraint can hold; each query gives what is wrong. */
export const ledgerChecks: Record<string, string> = {
  'every journal of the ledger balances': `
    select j.journal_id::text from ledger_journals j left join ledger_entries e using (payer_id, journal_id)
    group by j.payer_id, j.journal_id having coalesce(sum(e.cents), 0) <> 0 or count(e.line) = 0`,
  'every journal is of a payer there is': `
    select j.journal_id::text from ledger_journals j left join firms f using (payer_id)
    left join accounts a on a.account_id = j.payer_id where f.payer_id is null and a.account_id is null`,
  'accruals are the recorded uses, by payer and quarter': `
    select format('payer %s in %s', payer_id, quarter)
    from (select payer_id, quarter, sum(charge_cents) as cents from uses
      where authority = 'RECORDED' group by 1, 2) as recorded
    full join (select payer_id, quarter, -sum(cents) as cents from ledger_entries
      where account = 'USAGE_REVENUE' group by 1, 2) as booked using (payer_id, quarter)
    where coalesce(recorded.cents, 0) <> coalesce(booked.cents, 0)`,
  'every accrual has its batch': `
    select j.journal_id::text from ledger_journals j
    left join usage_batches b on b.payer_id = j.payer_id and b.batch_id = j.source_id
    where j.kind = 'ACCRUAL' and b.batch_id is null`,
  'what moved between payers cancels out': `
    select j.common_id::text from ledger_journals j join ledger_entries e using (payer_id, journal_id)
    where e.account = 'TRANSFERS' group by j.common_id having sum(e.cents) <> 0`,
  'nobody has paid more than was due, or owes beside a credit': `
    select payer_id::text from ledger_entries where account in ('RECEIVABLE', 'CREDIT') group by payer_id
    having coalesce(sum(cents) filter (where account = 'RECEIVABLE'), 0) < 0
      or coalesce(sum(cents) filter (where account = 'CREDIT'), 0) > 0
      or coalesce(sum(cents) filter (where account = 'RECEIVABLE'), 0) > 0
        and coalesce(sum(cents) filter (where account = 'CREDIT'), 0) < 0`,
  'no more of a payment came back than was paid': `
    select payment_id::text from ledger_journals where payment_id is not null group by payer_id, payment_id
    having coalesce(sum(cents) filter (where kind = 'PAYMENT'), 0) < coalesce(sum(cents) filter (where kind <> 'PAYMENT'), 0)`,
  'all that was booked by itself is in the audit trail': `
    with noted as (
      select id from audit_entries, unnest(array[details ->> 'journalId', details ->> 'givenJournalId']) id
      where action like 'billing.%')
    select j.journal_id::text from ledger_journals j left join noted on noted.id = j.journal_id::text
    where j.kind in ('PAYMENT', 'RETURNED_PAYMENT', 'REFUND', 'CREDIT', 'TRANSFER') and noted.id is null`,
};
