ALTER TABLE "usage_total_deltas" DROP CONSTRAINT "usage_total_deltas_payer_id_quarter_grouping_period_starts_on_account_id_court_id_client_code_kind_cost_center_change_id_pk";--> statement-breakpoint
ALTER TABLE "usage_total_deltas" ADD COLUMN "line" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "usage_total_deltas" ADD CONSTRAINT "usage_total_deltas_payer_id_quarter_grouping_period_change_id_line_pk" PRIMARY KEY("payer_id","quarter","grouping","period","change_id","line");
