ALTER TABLE `cross_border_grant` ADD `turns_at` integer;--> statement-breakpoint
CREATE INDEX `cross_border_grant_turning` ON `cross_border_grant` (`turns_at`) WHERE valid_to is null and turns_at is not null;--> statement-breakpoint
CREATE INDEX `outbox_secret` ON `outbox` (`secret_until`) WHERE secret is not null;--> statement-breakpoint
UPDATE `cross_border_grant` SET `turns_at` = 0 WHERE `valid_to` IS NULL;
