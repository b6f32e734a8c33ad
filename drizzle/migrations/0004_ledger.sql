CREATE TABLE "ledger_entries" (
	"payer_id" uuid NOT NULL,
	"journal_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"account" text NOT NULL,
	"quarter" date,
	"cents" bigint NOT NULL,
	CONSTRAINT "ledger_entries_payer_id_journal_id_line_pk" PRIMARY KEY("payer_id","journal_id","line"),
	CONSTRAINT "ledger_entries_account" CHECK ("ledger_entries"."account" in ('ACCRUED', 'RECEIVABLE', 'CREDIT', 'CASH_CLEARING', 'REFUNDS', 'USAGE_REVENUE',
        'RETURNED_PAYMENT_FEES', 'WAIVED', 'CREDITS_GRANTED', 'TRANSFERS')),
	CONSTRAINT "ledger_entries_quarter" CHECK (("ledger_entries"."quarter" is not null) = ("ledger_entries"."account" in ('ACCRUED', 'USAGE_REVENUE', 'WAIVED'))
        and ("ledger_entries"."quarter" is null or extract(day from "ledger_entries"."quarter") = 1 and extract(month from "ledger_entries"."quarter") in (1, 4, 7, 10))),
	CONSTRAINT "ledger_entries_not_nothing" CHECK ("ledger_entries"."cents" <> 0)
);
--> statement-breakpoint
CREATE TABLE "ledger_journals" (
	"payer_id" uuid NOT NULL,
	"journal_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"source_id" uuid NOT NULL,
	"quarter" date,
	"common_id" uuid,
	"payment_id" uuid,
	"cents" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "ledger_journals_payer_id_journal_id_pk" PRIMARY KEY("payer_id","journal_id"),
	CONSTRAINT "ledger_journals_once" UNIQUE NULLS NOT DISTINCT("payer_id","kind","source_id","quarter"),
	CONSTRAINT "ledger_journals_kind" CHECK ("ledger_journals"."kind" in ('ACCRUAL', 'REATTRIBUTION', 'WAIVER', 'STATEMENT', 'PAYMENT', 'RETURNED_PAYMENT', 'REFUND',
        'CREDIT', 'TRANSFER')),
	CONSTRAINT "ledger_journals_quarter" CHECK (("ledger_journals"."quarter" is not null) = ("ledger_journals"."kind" in ('ACCRUAL', 'WAIVER', 'STATEMENT'))),
	CONSTRAINT "ledger_journals_common" CHECK (("ledger_journals"."common_id" is not null) = ("ledger_journals"."kind" in ('REATTRIBUTION', 'TRANSFER')))
);
--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_of_journal" FOREIGN KEY ("payer_id","journal_id") REFERENCES "public"."ledger_journals"("payer_id","journal_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ledger_entries_sums" ON "ledger_entries" USING btree ("payer_id","account","quarter","cents");--> statement-breakpoint
CREATE INDEX "ledger_entries_by_account" ON "ledger_entries" USING btree ("payer_id","account","journal_id","line");--> statement-breakpoint
CREATE INDEX "ledger_journals_of_payment" ON "ledger_journals" USING btree ("payer_id","payment_id") WHERE "ledger_journals"."payment_id" is not null;