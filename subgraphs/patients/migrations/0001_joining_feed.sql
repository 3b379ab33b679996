CREATE TABLE `joining_acknowledgement` (
	`reader` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `joining_event` (
	`position` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`patient` text NOT NULL,
	`joining` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `joining_event_patient` ON `joining_event` (`patient`);--> statement-breakpoint
CREATE TRIGGER `joining_event_never_changes` BEFORE UPDATE ON `joining_event` BEGIN
	SELECT RAISE(ABORT, 'The feed of standings is only ever appended to: an event is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `joining_event_never_goes` BEFORE DELETE ON `joining_event` BEGIN
	SELECT RAISE(ABORT, 'The feed of standings is only ever appended to: an event is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `joining_event_leaves_no_gap` BEFORE INSERT ON `joining_event`
WHEN NEW.`position` <> (SELECT coalesce(max(`position`), 0) + 1 FROM `joining_event`) BEGIN
	SELECT RAISE(ABORT, 'The feed of standings is only ever appended to: an event follows on the last one');
END;
--> statement-breakpoint
CREATE TRIGGER `joining_acknowledgement_never_goes_back` BEFORE UPDATE ON `joining_acknowledgement`
WHEN NEW.`position` < OLD.`position` BEGIN
	SELECT RAISE(ABORT, 'What was taken in stays taken in: an acknowledgement never goes back');
END;
