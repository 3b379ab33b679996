ALTER TABLE `carried_file` ADD `openings` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `carried_file` ADD `last_opened_at` integer;--> statement-breakpoint
ALTER TABLE `carried_file` ADD `location_digest` text;--> statement-breakpoint
ALTER TABLE `carried_file` ADD `location_expires_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `carried_file_location` ON `carried_file` (`location_digest`);