CREATE TRIGGER `audit_event_never_changes` BEFORE UPDATE ON `audit_event` BEGIN
	SELECT RAISE(ABORT, 'The audit trail is only ever appended to: an event is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_event_never_goes` BEFORE DELETE ON `audit_event` BEGIN
	SELECT RAISE(ABORT, 'The audit trail is only ever appended to: an event is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_event_never_replaced` BEFORE INSERT ON `audit_event`
WHEN EXISTS (SELECT 1 FROM `audit_event` WHERE `id` = NEW.`id` OR (`patient` = NEW.`patient` AND `sequence` = NEW.`sequence`)) BEGIN
	SELECT RAISE(ABORT, 'The audit trail is only ever appended to: an event is never replaced');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_head_never_goes_back` BEFORE UPDATE ON `audit_head`
WHEN NEW.`patient` <> OLD.`patient` OR NEW.`sequence` <= OLD.`sequence` BEGIN
	SELECT RAISE(ABORT, 'The audit trail is only ever appended to: its end never goes back');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_head_never_goes` BEFORE DELETE ON `audit_head` BEGIN
	SELECT RAISE(ABORT, 'The audit trail is only ever appended to: its end is never deleted');
END;
