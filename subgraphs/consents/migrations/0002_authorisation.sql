CREATE TABLE `audit_anchor` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`anchored_at` integer NOT NULL,
	`chains` integer NOT NULL,
	`events` integer NOT NULL,
	`root` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `emergency` (
	`owner` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`patient` text NOT NULL,
	`practitioner_role` text NOT NULL,
	`organization` text NOT NULL,
	`since` text NOT NULL,
	`until` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`owner`, `valid_from`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `emergency_in_force` ON `emergency` (`owner`) WHERE valid_to is null;--> statement-breakpoint
CREATE INDEX `emergency_patient` ON `emergency` (`patient`) WHERE valid_to is null;--> statement-breakpoint
CREATE TABLE `step_up_challenge` (
	`id` text PRIMARY KEY NOT NULL,
	`patient` text NOT NULL,
	`practitioner_role` text NOT NULL,
	`organization` text NOT NULL,
	`reason` text NOT NULL,
	`code_digest` text NOT NULL,
	`code_salt` text NOT NULL,
	`remaining_attempts` integer NOT NULL,
	`issued_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `link_secret` (
	`id` text PRIMARY KEY NOT NULL,
	`grant` text NOT NULL,
	`digest` text NOT NULL,
	`passcode_digest` text NOT NULL,
	`passcode_salt` text NOT NULL,
	`issued_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `link_secret_digest` ON `link_secret` (`digest`);--> statement-breakpoint
CREATE UNIQUE INDEX `link_secret_grant` ON `link_secret` (`grant`,`id`);--> statement-breakpoint
CREATE TABLE `feed_position` (
	`source` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `party` (
	`id` text PRIMARY KEY NOT NULL,
	`party` text NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `request_code` (
	`digest` text PRIMARY KEY NOT NULL,
	`use` text NOT NULL,
	`patient` text NOT NULL,
	`organization` text NOT NULL,
	`issued_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE INDEX `request_code_patient` ON `request_code` (`patient`);--> statement-breakpoint
DROP INDEX `access_notification_event`;--> statement-breakpoint
ALTER TABLE `access_notification` ADD `group_key` text;--> statement-breakpoint
ALTER TABLE `access_notification` ADD `views` text;--> statement-breakpoint
CREATE UNIQUE INDEX `access_notification_about` ON `access_notification` (`event`,`kind`);--> statement-breakpoint
CREATE UNIQUE INDEX `access_notification_group` ON `access_notification` (`group_key`);--> statement-breakpoint
ALTER TABLE `cross_border_grant` ADD `asked` text;--> statement-breakpoint
ALTER TABLE `cross_border_grant` ADD `asked_by` text;--> statement-breakpoint
ALTER TABLE `cross_border_grant` ADD `answer_by` integer;--> statement-breakpoint
ALTER TABLE `cross_border_grant` ADD `encounter_ends_at` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `not_before` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `leased_until` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `secret` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `secret_until` integer;--> statement-breakpoint
CREATE TRIGGER `audit_anchor_never_changes` BEFORE UPDATE ON `audit_anchor` BEGIN
	SELECT RAISE(ABORT, 'The audit trail is only ever appended to: an anchor is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_anchor_never_goes` BEFORE DELETE ON `audit_anchor` BEGIN
	SELECT RAISE(ABORT, 'The audit trail is only ever appended to: an anchor is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_anchor_never_replaced` BEFORE INSERT ON `audit_anchor`
WHEN EXISTS (SELECT 1 FROM `audit_anchor` WHERE `sequence` >= NEW.`sequence`) BEGIN
	SELECT RAISE(ABORT, 'The audit trail is only ever appended to: an anchor is never replaced');
END;
