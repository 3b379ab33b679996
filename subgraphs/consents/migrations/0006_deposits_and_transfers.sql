CREATE TABLE `transfer` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`direction` text NOT NULL,
	`instrument_type` text,
	`instrument_reference` text,
	`counts` text NOT NULL,
	`organization` text NOT NULL,
	`organization_names` text NOT NULL,
	`system` text,
	`system_names` text NOT NULL,
	`purpose` text NOT NULL,
	`grant` text,
	`event` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `transfer_event` ON `transfer` (`event`);--> statement-breakpoint
CREATE INDEX `transfer_page` ON `transfer` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `transfer_organization` ON `transfer` (`organization`,`at`,`id`);--> statement-breakpoint
ALTER TABLE `cross_border_grant` ADD `deposit_until` integer;--> statement-breakpoint
CREATE TRIGGER `transfer_never_changes` BEFORE UPDATE ON `transfer` BEGIN
	SELECT RAISE(ABORT, 'The transfer register is only ever appended to: an entry is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `transfer_never_goes` BEFORE DELETE ON `transfer` BEGIN
	SELECT RAISE(ABORT, 'The transfer register is only ever appended to: an entry is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `transfer_never_replaced` BEFORE INSERT ON `transfer`
WHEN EXISTS (SELECT 1 FROM `transfer` WHERE `id` = NEW.`id` OR `event` = NEW.`event`) BEGIN
	SELECT RAISE(ABORT, 'The transfer register is only ever appended to: an entry is never replaced');
END;
