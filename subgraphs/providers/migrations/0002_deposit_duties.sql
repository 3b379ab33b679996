CREATE TABLE `deposit_duty` (
	`owner` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`organization` text NOT NULL,
	`basis` text NOT NULL,
	`recognition` text,
	`categories` text NOT NULL,
	`within` text NOT NULL,
	`from_instant` integer NOT NULL,
	`until_instant` integer,
	`reason` text,
	`recorded_by` text,
	PRIMARY KEY(`owner`, `valid_from`)
);
--> statement-breakpoint
CREATE INDEX `deposit_duty_organization` ON `deposit_duty` (`organization`);--> statement-breakpoint
CREATE INDEX `deposit_duty_recognition` ON `deposit_duty` (`recognition`);--> statement-breakpoint
CREATE TABLE `deposit_duty_event` (
	`position` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`duty` text NOT NULL
);
--> statement-breakpoint
CREATE TRIGGER `deposit_duty_event_never_changes` BEFORE UPDATE ON `deposit_duty_event` BEGIN
	SELECT RAISE(ABORT, 'The feed of duties is only ever appended to: an event is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `deposit_duty_event_never_goes` BEFORE DELETE ON `deposit_duty_event` BEGIN
	SELECT RAISE(ABORT, 'The feed of duties is only ever appended to: an event is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `deposit_duty_event_leaves_no_gap` BEFORE INSERT ON `deposit_duty_event`
WHEN NEW.`position` <> (SELECT coalesce(max(`position`), 0) + 1 FROM `deposit_duty_event`) BEGIN
	SELECT RAISE(ABORT, 'The feed of duties is only ever appended to: an event follows on the last one');
END;
