CREATE TABLE `party_event` (
	`position` integer PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`at` integer NOT NULL,
	`party` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `party_event_owner` ON `party_event` (`owner`);--> statement-breakpoint
CREATE TABLE `recognition_category` (
	`owner` text NOT NULL,
	`position` integer NOT NULL,
	`category` text NOT NULL,
	PRIMARY KEY(`owner`, `position`)
);
--> statement-breakpoint
CREATE INDEX `recognition_category_category` ON `recognition_category` (`category`);--> statement-breakpoint
ALTER TABLE `recognition_standing` ADD `recorded_by` text;--> statement-breakpoint
CREATE TRIGGER `party_event_never_changes` BEFORE UPDATE ON `party_event` BEGIN
	SELECT RAISE(ABORT, 'The feed of parties is only ever appended to: an event is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `party_event_never_goes` BEFORE DELETE ON `party_event` BEGIN
	SELECT RAISE(ABORT, 'The feed of parties is only ever appended to: an event is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `party_event_leaves_no_gap` BEFORE INSERT ON `party_event`
WHEN NEW.`position` <> (SELECT coalesce(max(`position`), 0) + 1 FROM `party_event`) BEGIN
	SELECT RAISE(ABORT, 'The feed of parties is only ever appended to: an event follows on the last one');
END;
