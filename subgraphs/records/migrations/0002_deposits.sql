CREATE TABLE `carried_file` (
	`digest` text PRIMARY KEY NOT NULL,
	`patient` text NOT NULL,
	`passcode_digest` text NOT NULL,
	`passcode_salt` text NOT NULL,
	`remaining_attempts` integer NOT NULL,
	`jwe` text NOT NULL,
	`content_type` text NOT NULL,
	`label` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE INDEX `carried_file_patient` ON `carried_file` (`patient`);--> statement-breakpoint
CREATE TABLE `deposit_duty` (
	`id` text PRIMARY KEY NOT NULL,
	`organization` text NOT NULL,
	`duty` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `deposit_duty_organization` ON `deposit_duty` (`organization`);--> statement-breakpoint
CREATE TABLE `deposit_event` (
	`position` integer PRIMARY KEY NOT NULL,
	`event` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `deposit` (
	`id` text PRIMARY KEY NOT NULL,
	`patient` text NOT NULL,
	`key_owner` text NOT NULL,
	`idempotency_key` text NOT NULL,
	`organization` text NOT NULL,
	`practitioner_role` text NOT NULL,
	`grant` text,
	`encounter` text,
	`source_jurisdiction` text NOT NULL,
	`legal_basis` text NOT NULL,
	`is_test` integer NOT NULL,
	`digest` text NOT NULL,
	`resources` text NOT NULL,
	`deposited_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deposit_key` ON `deposit` (`key_owner`,`idempotency_key`);--> statement-breakpoint
CREATE INDEX `deposit_page` ON `deposit` (`patient`,`deposited_at`,`id`);--> statement-breakpoint
CREATE INDEX `deposit_organization` ON `deposit` (`organization`,`deposited_at`);--> statement-breakpoint
CREATE TABLE `dispute` (
	`id` text PRIMARY KEY NOT NULL,
	`patient` text NOT NULL,
	`deposit` text NOT NULL,
	`record` text,
	`reason` text NOT NULL,
	`disputed_by` text NOT NULL,
	`disputed_at` integer NOT NULL,
	`withdrawn_at` integer
);
--> statement-breakpoint
CREATE INDEX `dispute_page` ON `dispute` (`patient`,`disputed_at`,`id`);--> statement-breakpoint
CREATE INDEX `dispute_deposit` ON `dispute` (`deposit`);--> statement-breakpoint
CREATE TABLE `encounter_abroad` (
	`id` text PRIMARY KEY NOT NULL,
	`organization` text NOT NULL,
	`encounter` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `encounter_abroad_organization` ON `encounter_abroad` (`organization`);--> statement-breakpoint
CREATE TABLE `feed_position` (
	`source` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `image` (
	`id` text PRIMARY KEY NOT NULL,
	`record` text NOT NULL,
	`instance` text,
	`file` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`digest` text NOT NULL,
	`frames` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `image_record` ON `image` (`record`);--> statement-breakpoint
CREATE TABLE `upload` (
	`id` text PRIMARY KEY NOT NULL,
	`patient` text NOT NULL,
	`organization` text NOT NULL,
	`practitioner_role` text NOT NULL,
	`grant` text,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`digest` text NOT NULL,
	`received` integer NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `upload_patient` ON `upload` (`patient`);--> statement-breakpoint
CREATE TRIGGER `deposit_never_changes` BEFORE UPDATE ON `deposit` BEGIN
	SELECT RAISE(ABORT, 'A deposit is recorded once: its receipt is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `deposit_never_goes` BEFORE DELETE ON `deposit` BEGIN
	SELECT RAISE(ABORT, 'A deposit is recorded once: its receipt is never deleted');
END;
