DROP INDEX "uses_by_content";--> statement-breakpoint
CREATE INDEX "uses_by_content" ON "uses" USING btree ("content_key","payer_id","quarter");