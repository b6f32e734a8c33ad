ALTER TABLE "usage_imports" ALTER COLUMN "created_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "usage_imports" ADD COLUMN "all_or_nothing" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "usage_imports" ADD COLUMN "attempt_id" uuid;--> statement-breakpoint
ALTER TABLE "usage_imports" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;