CREATE TABLE "linkages" (
	"account_id" uuid NOT NULL,
	"linkage_id" uuid NOT NULL,
	"payer_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"cost_center" text DEFAULT '' NOT NULL,
	"remark" text,
	"set_by" uuid,
	"set_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "linkages_account_id_linkage_id_pk" PRIMARY KEY("account_id","linkage_id"),
	CONSTRAINT "linkages_end_after_start" CHECK ("linkages"."ends_at" is null or "linkages"."ends_at" > "linkages"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "assigned_uses" (
	"payer_id" uuid NOT NULL,
	"quarter" date NOT NULL,
	"use_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"before" text NOT NULL,
	CONSTRAINT "assigned_uses_payer_id_assignment_id_quarter_use_id_pk" PRIMARY KEY("payer_id","assignment_id","quarter","use_id")
);
--> statement-breakpoint
CREATE TABLE "client_code_assignments" (
	"payer_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"client_code" text NOT NULL,
	"assigned_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"selection" jsonb NOT NULL,
	"uses" integer NOT NULL,
	"charge_cents" bigint NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" uuid,
	CONSTRAINT "client_code_assignments_payer_id_assignment_id_pk" PRIMARY KEY("payer_id","assignment_id")
);
--> statement-breakpoint
CREATE TABLE "fee_schedules" (
	"schedule_id" text PRIMARY KEY NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date,
	"terms" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"payer_id" uuid NOT NULL,
	"header_hash" "bytea" NOT NULL,
	"mapping" jsonb NOT NULL,
	"used_at" timestamp with time zone NOT NULL,
	CONSTRAINT "import_mappings_payer_id_header_hash_pk" PRIMARY KEY("payer_id","header_hash")
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"account_id" uuid NOT NULL,
	"view_id" uuid NOT NULL,
	"page" text NOT NULL,
	"subject" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "saved_views_account_id_view_id_pk" PRIMARY KEY("account_id","view_id")
);
--> statement-breakpoint
CREATE TABLE "service_center" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"zone" text NOT NULL,
	"fixed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "service_center_one_row" CHECK ("service_center"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "usage_batch_quarters" (
	"payer_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"quarter" date NOT NULL,
	"uses" integer NOT NULL,
	"charge_cents" bigint NOT NULL,
	CONSTRAINT "usage_batch_quarters_payer_id_batch_id_quarter_pk" PRIMARY KEY("payer_id","batch_id","quarter")
);
--> statement-breakpoint
CREATE TABLE "usage_batches" (
	"payer_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"authority" text NOT NULL,
	"origin" text NOT NULL,
	"file_name" text,
	"digest" "bytea",
	"imported_by" uuid,
	"at" timestamp with time zone NOT NULL,
	"uses" integer NOT NULL,
	"known" integer DEFAULT 0 NOT NULL,
	"charge_cents" bigint NOT NULL,
	CONSTRAINT "usage_batches_payer_id_batch_id_pk" PRIMARY KEY("payer_id","batch_id"),
	CONSTRAINT "usage_batches_authority" CHECK ("usage_batches"."authority" in ('RECORDED', 'UPLOADED'))
);
--> statement-breakpoint
CREATE TABLE "usage_imports" (
	"payer_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"state" text NOT NULL,
	"authority" text NOT NULL,
	"file_name" text NOT NULL,
	"file_key" text NOT NULL,
	"bytes" bigint NOT NULL,
	"digest" "bytea" NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"dialect" jsonb NOT NULL,
	"mapping" jsonb NOT NULL,
	"progress" jsonb NOT NULL,
	"findings" jsonb NOT NULL,
	"bad_rows_key" text,
	"cancel_asked_at" timestamp with time zone,
	"batch_id" uuid,
	"failure" text,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "usage_imports_payer_id_import_id_pk" PRIMARY KEY("payer_id","import_id"),
	CONSTRAINT "usage_imports_state" CHECK ("usage_imports"."state" in ('UPLOADED', 'CHECKING', 'CHECKED', 'IMPORTING', 'DONE', 'CANCELLED', 'FAILED'))
);
--> statement-breakpoint
CREATE TABLE "usage_total_deltas" (
	"payer_id" uuid NOT NULL,
	"quarter" date NOT NULL,
	"grouping" text NOT NULL,
	"period" text NOT NULL,
	"starts_on" date NOT NULL,
	"account_id" uuid NOT NULL,
	"court_id" text NOT NULL,
	"client_code" text NOT NULL,
	"kind" text NOT NULL,
	"cost_center" text NOT NULL,
	"change_id" uuid NOT NULL,
	"uses" bigint NOT NULL,
	"charge_cents" bigint NOT NULL,
	"access_cents" bigint NOT NULL,
	"recorded_uses" bigint NOT NULL,
	"recorded_cents" bigint NOT NULL,
	"exempt_uses" bigint NOT NULL,
	"differing_uses" bigint NOT NULL,
	"difference_cents" bigint NOT NULL,
	"uncoded_uses" bigint NOT NULL,
	"uncoded_cents" bigint NOT NULL,
	CONSTRAINT "usage_total_deltas_payer_id_quarter_grouping_period_starts_on_account_id_court_id_client_code_kind_cost_center_change_id_pk" PRIMARY KEY("payer_id","quarter","grouping","period","starts_on","account_id","court_id","client_code","kind","cost_center","change_id")
);
--> statement-breakpoint
CREATE TABLE "usage_totals" (
	"payer_id" uuid NOT NULL,
	"quarter" date NOT NULL,
	"grouping" text NOT NULL,
	"period" text NOT NULL,
	"starts_on" date NOT NULL,
	"account_id" uuid NOT NULL,
	"court_id" text NOT NULL,
	"client_code" text NOT NULL,
	"kind" text NOT NULL,
	"cost_center" text NOT NULL,
	"uses" bigint NOT NULL,
	"charge_cents" bigint NOT NULL,
	"access_cents" bigint NOT NULL,
	"recorded_uses" bigint NOT NULL,
	"recorded_cents" bigint NOT NULL,
	"exempt_uses" bigint NOT NULL,
	"differing_uses" bigint NOT NULL,
	"difference_cents" bigint NOT NULL,
	"uncoded_uses" bigint NOT NULL,
	"uncoded_cents" bigint NOT NULL,
	CONSTRAINT "usage_totals_payer_id_quarter_grouping_period_starts_on_account_id_court_id_client_code_kind_cost_center_pk" PRIMARY KEY("payer_id","quarter","grouping","period","starts_on","account_id","court_id","client_code","kind","cost_center")
);
--> statement-breakpoint
CREATE TABLE "use_sightings" (
	"payer_id" uuid NOT NULL,
	"quarter" date NOT NULL,
	"use_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"line" integer,
	CONSTRAINT "use_sightings_payer_id_quarter_use_id_batch_id_pk" PRIMARY KEY("payer_id","quarter","use_id","batch_id")
);
--> statement-breakpoint
CREATE TABLE "uses" (
	"payer_id" uuid NOT NULL,
	"quarter" date NOT NULL,
	"use_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"court_id" text,
	"at" timestamp with time zone NOT NULL,
	"time_known" boolean NOT NULL,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"given_client_code" text NOT NULL,
	"client_code" text NOT NULL,
	"cost_center" text NOT NULL,
	"case_number" text,
	"case_key" text,
	"description" text,
	"search" text,
	"format" text,
	"pages" integer,
	"bytes" bigint,
	"billable_pages" integer,
	"charge_cents" integer NOT NULL,
	"expected_cents" integer,
	"schedule_id" text,
	"verdict" text NOT NULL,
	"cause" text,
	"exempt" text,
	"exempt_note" text,
	"authority" text NOT NULL,
	"batch_id" uuid NOT NULL,
	"source" text NOT NULL,
	"source_key" "bytea" NOT NULL,
	"transaction_id" text,
	"content_key" "bytea" NOT NULL,
	CONSTRAINT "uses_payer_id_quarter_use_id_pk" PRIMARY KEY("payer_id","quarter","use_id"),
	CONSTRAINT "uses_authority" CHECK ("uses"."authority" in ('RECORDED', 'UPLOADED')),
	CONSTRAINT "uses_verdict" CHECK ("uses"."verdict" in ('EQUAL', 'OVER', 'UNDER', 'UNCHECKABLE')),
	CONSTRAINT "uses_source" CHECK ("uses"."source" in ('TRANSACTION', 'CONTENT')),
	CONSTRAINT "uses_quarter" CHECK ("uses"."day" >= "uses"."quarter" and "uses"."day" < "uses"."quarter" + interval '3 months')
) PARTITION BY RANGE ("quarter");
--> statement-breakpoint
CREATE INDEX "linkages_by_payer" ON "linkages" USING btree ("payer_id","starts_at","linkage_id");--> statement-breakpoint
CREATE INDEX "assigned_uses_by_use" ON "assigned_uses" USING btree ("payer_id","quarter","use_id");--> statement-breakpoint
CREATE INDEX "client_code_assignments_by_at" ON "client_code_assignments" USING btree ("payer_id","at","assignment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_one_name" ON "saved_views" USING btree ("account_id","page","subject","name");--> statement-breakpoint
CREATE INDEX "usage_batches_by_at" ON "usage_batches" USING btree ("payer_id","at","batch_id");--> statement-breakpoint
CREATE INDEX "usage_imports_by_created" ON "usage_imports" USING btree ("payer_id","created_at","import_id");--> statement-breakpoint
CREATE UNIQUE INDEX "uses_once" ON "uses" USING btree ("payer_id","quarter","source","source_key");--> statement-breakpoint
CREATE INDEX "uses_by_content" ON "uses" USING btree ("payer_id","quarter","content_key");--> statement-breakpoint
CREATE INDEX "uses_by_at" ON "uses" USING btree ("payer_id","at","use_id");--> statement-breakpoint
CREATE INDEX "uses_by_charge" ON "uses" USING btree ("payer_id","charge_cents","use_id");--> statement-breakpoint
CREATE INDEX "uses_by_account" ON "uses" USING btree ("account_id","at","use_id");--> statement-breakpoint
CREATE INDEX "uses_by_court" ON "uses" USING btree ("payer_id","court_id","at","use_id");--> statement-breakpoint
CREATE INDEX "uses_by_client" ON "uses" USING btree ("payer_id","client_code","at","use_id");--> statement-breakpoint
CREATE INDEX "uses_by_case" ON "uses" USING btree ("payer_id","case_key","at","use_id");--> statement-breakpoint
CREATE INDEX "uses_differing" ON "uses" USING btree ("payer_id","at","use_id") WHERE "uses"."verdict" in ('OVER', 'UNDER');