CREATE TABLE "account_terms" (
	"account_id" uuid NOT NULL,
	"term" text NOT NULL,
	CONSTRAINT "account_terms_account_id_term_pk" PRIMARY KEY("account_id","term")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"account_number" integer NOT NULL,
	"user_type" text NOT NULL,
	"prefix" text,
	"first_name" text NOT NULL,
	"middle_name" text,
	"last_name" text NOT NULL,
	"suffix" text,
	"email" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"upgraded_at" timestamp with time zone,
	"sort_name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "accounts_number_is_seven_digits" CHECK ("accounts"."account_number" between 1000000 and 9999999)
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"account_id" uuid NOT NULL,
	"grant_id" uuid NOT NULL,
	"role" text NOT NULL,
	"firm_id" uuid,
	"court_id" text,
	"starts_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"remark" text,
	"given_by" uuid,
	"ended_by" uuid,
	CONSTRAINT "role_grants_account_id_grant_id_pk" PRIMARY KEY("account_id","grant_id"),
	CONSTRAINT "role_grants_scope" CHECK (("role_grants"."role" = 'FIRM_ADMINISTRATOR') = ("role_grants"."firm_id" is not null)
        and ("role_grants"."role" = 'CLERK') = ("role_grants"."court_id" is not null)
        and "role_grants"."role" in ('FIRM_ADMINISTRATOR', 'CLERK', 'OPERATOR')),
	CONSTRAINT "role_grants_until_after_start" CHECK ("role_grants"."until" is null or "role_grants"."until" > "role_grants"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "seven_digit_numbers" (
	"number" integer PRIMARY KEY NOT NULL,
	"account_id" uuid,
	"payer_id" uuid,
	CONSTRAINT "seven_digit_numbers_range" CHECK ("seven_digit_numbers"."number" between 1000000 and 9999999),
	CONSTRAINT "seven_digit_numbers_one_holder" CHECK (num_nonnulls("seven_digit_numbers"."account_id", "seven_digit_numbers"."payer_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"stream_kind" text NOT NULL,
	"stream_id" text NOT NULL,
	"entry_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_account_id" uuid,
	"action" text NOT NULL,
	"details" jsonb NOT NULL,
	"request_id" text,
	"address" text,
	CONSTRAINT "audit_entries_stream_kind_stream_id_entry_id_pk" PRIMARY KEY("stream_kind","stream_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"stream_kind" text NOT NULL,
	"stream_id" text NOT NULL,
	"position" bigint NOT NULL,
	"entry_id" uuid NOT NULL,
	"previous_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_seals_stream_kind_stream_id_position_pk" PRIMARY KEY("stream_kind","stream_id","position")
);
--> statement-breakpoint
CREATE TABLE "audit_subjects" (
	"stream_kind" text NOT NULL,
	"stream_id" text NOT NULL,
	"entry_id" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	CONSTRAINT "audit_subjects_stream_kind_stream_id_entry_id_subject_kind_subject_id_pk" PRIMARY KEY("stream_kind","stream_id","entry_id","subject_kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "court_contacts" (
	"court_id" text NOT NULL,
	"position" integer NOT NULL,
	"purpose" text NOT NULL,
	"name" text,
	"phone" text,
	"email" text,
	"note" text,
	CONSTRAINT "court_contacts_court_id_position_pk" PRIMARY KEY("court_id","position")
);
--> statement-breakpoint
CREATE TABLE "court_questions" (
	"court_id" text NOT NULL,
	"position" integer NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	CONSTRAINT "court_questions_court_id_position_pk" PRIMARY KEY("court_id","position")
);
--> statement-breakpoint
CREATE TABLE "courts" (
	"court_id" text PRIMARY KEY NOT NULL,
	"lookup_id" text NOT NULL,
	"title" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"circuit" text NOT NULL,
	"circuit_order" integer NOT NULL,
	"citation" text,
	"states" text[] NOT NULL,
	"login_url" text NOT NULL,
	"web_url" text,
	"next_gen" boolean NOT NULL,
	"next_gen_since" date,
	"help_desk_phones" text[] NOT NULL,
	"offices" jsonb NOT NULL,
	"search_text" text NOT NULL,
	"retired_on" date,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "courts_type" CHECK ("courts"."type" in ('DISTRICT', 'BANKRUPTCY', 'APPELLATE', 'NATIONAL'))
);
--> statement-breakpoint
CREATE TABLE "firm_terms" (
	"payer_id" uuid NOT NULL,
	"term" text NOT NULL,
	CONSTRAINT "firm_terms_payer_id_term_pk" PRIMARY KEY("payer_id","term")
);
--> statement-breakpoint
CREATE TABLE "firms" (
	"payer_id" uuid PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"account_id" uuid NOT NULL,
	"operation" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" "bytea" NOT NULL,
	"result" jsonb,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_account_id_operation_key_pk" PRIMARY KEY("account_id","operation","key")
);
--> statement-breakpoint
CREATE TABLE "caught_mails" (
	"mail_id" uuid PRIMARY KEY NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"sender" text NOT NULL,
	"recipients" text[] NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_messages" (
	"mail_id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "api_allowances" (
	"caller" text PRIMARY KEY NOT NULL,
	"points" double precision NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"password_hash" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "known_devices" (
	"account_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"used_at" timestamp with time zone NOT NULL,
	CONSTRAINT "known_devices_account_id_token_hash_pk" PRIMARY KEY("account_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"account_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"address" text NOT NULL,
	"user_agent" text NOT NULL,
	CONSTRAINT "sessions_account_id_token_hash_pk" PRIMARY KEY("account_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"key" varchar(255) PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "usernames" (
	"username_key" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "court_contacts" ADD CONSTRAINT "court_contacts_court_id_courts_court_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("court_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "court_questions" ADD CONSTRAINT "court_questions_court_id_courts_court_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."courts"("court_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_terms_by_term" ON "account_terms" USING btree ("term","account_id");--> statement-breakpoint
CREATE INDEX "accounts_by_number" ON "accounts" USING btree ("account_number");--> statement-breakpoint
CREATE INDEX "accounts_by_name" ON "accounts" USING btree ("sort_name","account_id");--> statement-breakpoint
CREATE INDEX "accounts_by_created" ON "accounts" USING btree ("created_at","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "role_grants_one_open" ON "role_grants" USING btree ("account_id","role",coalesce("firm_id"::text, "court_id", '')) WHERE "role_grants"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "role_grants_by_id" ON "role_grants" USING btree ("grant_id","account_id");--> statement-breakpoint
CREATE INDEX "role_grants_by_court" ON "role_grants" USING btree ("court_id","grant_id") WHERE "role_grants"."court_id" is not null;--> statement-breakpoint
CREATE INDEX "role_grants_by_firm" ON "role_grants" USING btree ("firm_id","grant_id") WHERE "role_grants"."firm_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_seals_one_each" ON "audit_seals" USING btree ("stream_kind","stream_id","entry_id");--> statement-breakpoint
CREATE INDEX "audit_subjects_by_subject" ON "audit_subjects" USING btree ("subject_kind","subject_id","entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "courts_lookup" ON "courts" USING btree ("lookup_id");--> statement-breakpoint
CREATE INDEX "courts_by_title" ON "courts" USING btree ("title","court_id");--> statement-breakpoint
CREATE INDEX "courts_by_circuit" ON "courts" USING btree ("circuit_order","title","court_id");--> statement-breakpoint
CREATE INDEX "firm_terms_by_term" ON "firm_terms" USING btree ("term","payer_id");--> statement-breakpoint
CREATE INDEX "firms_by_number" ON "firms" USING btree ("number");--> statement-breakpoint
CREATE INDEX "firms_by_name" ON "firms" USING btree ("name","payer_id");--> statement-breakpoint
CREATE INDEX "mail_messages_by_created" ON "mail_messages" USING btree ("created_at","mail_id");--> statement-breakpoint
CREATE UNIQUE INDEX "usernames_one_each" ON "usernames" USING btree ("account_id");