CREATE TABLE `audit_anchored_end` (
	`anchor` integer NOT NULL,
	`patient` text NOT NULL,
	`sequence` integer NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`anchor`, `patient`)
);
--> statement-breakpoint
CREATE INDEX `audit_anchored_end_chain` ON `audit_anchored_end` (`patient`,`anchor`);--> statement-breakpoint
CREATE TRIGGER `audit_anchored_end_never_changes` BEFORE UPDATE ON `audit_anchored_end` BEGIN
	SELECT RAISE(ABORT, 'The audit trail is only ever appended to: an anchored end is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_anchored_end_never_goes` BEFORE DELETE ON `audit_anchored_end` BEGIN
	SELECT RAISE(ABORT, 'The audit trail is only ever appended to: an anchored end is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_anchored_end_never_added_later` BEFORE INSERT ON `audit_anchored_end`
WHEN EXISTS (SELECT 1 FROM `audit_anchor` WHERE `sequence` >= NEW.`anchor`) BEGIN
	SELECT RAISE(ABORT, 'The audit trail is only ever appended to: an anchor binds no more ends later');
END;
