DROP INDEX "client_code_assignments_by_at";--> statement-breakpoint
DROP INDEX "saved_views_one_name";--> statement-breakpoint
ALTER TABLE "assigned_uses" ALTER COLUMN "before" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "client_code_assignments" ADD COLUMN "number" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "client_code_assignments" ADD COLUMN "filter" jsonb;--> statement-breakpoint
ALTER TABLE "client_code_assignments" ADD COLUMN "undone_uses" integer;--> statement-breakpoint
ALTER TABLE "saved_views" ADD COLUMN "payer_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "saved_views" ADD COLUMN "columns" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "saved_views" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "client_code_assignments_in_order" ON "client_code_assignments" USING btree ("payer_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_one_name" ON "saved_views" USING btree ("account_id","payer_id","name");--> statement-breakpoint
ALTER TABLE "client_code_assignments" DROP COLUMN "selection";--> statement-breakpoint
ALTER TABLE "saved_views" DROP COLUMN "page";--> statement-breakpoint
ALTER TABLE "saved_views" DROP COLUMN "subject";