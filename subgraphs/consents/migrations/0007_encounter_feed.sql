CREATE TABLE `encounter_event` (
	`position` integer PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`at` integer NOT NULL,
	`encounter` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `encounter_event_owner` ON `encounter_event` (`owner`);--> statement-breakpoint
CREATE TRIGGER `encounter_event_never_changes` BEFORE UPDATE ON `encounter_event` BEGIN
	SELECT RAISE(ABORT, 'The feed of encounters is only ever appended to: an event is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `encounter_event_never_goes` BEFORE DELETE ON `encounter_event` BEGIN
	SELECT RAISE(ABORT, 'The feed of encounters is only ever appended to: an event is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `encounter_event_leaves_no_gap` BEFORE INSERT ON `encounter_event`
WHEN NEW.`position` <> (SELECT coalesce(max(`position`), 0) + 1 FROM `encounter_event`) BEGIN
	SELECT RAISE(ABORT, 'The feed of encounters is only ever appended to: an event follows on the last one');
END;
