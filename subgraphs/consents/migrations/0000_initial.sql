CREATE TABLE `access_notification` (
	`id` text PRIMARY KEY NOT NULL,
	`patient` text NOT NULL,
	`event` text NOT NULL,
	`kind` text NOT NULL,
	`duty` text NOT NULL,
	`organization` text,
	`purpose` text NOT NULL,
	`scopes` text NOT NULL,
	`recorded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_notification_event` ON `access_notification` (`event`);--> statement-breakpoint
CREATE INDEX `access_notification_page` ON `access_notification` (`patient`,`recorded_at`,`id`);--> statement-breakpoint
CREATE TABLE `audit_event` (
	`id` text PRIMARY KEY NOT NULL,
	`patient` text NOT NULL,
	`sequence` integer NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`caller` text NOT NULL,
	`organization` text,
	`purpose` text NOT NULL,
	`action` text NOT NULL,
	`outcome` text NOT NULL,
	`gate` text,
	`reason` text,
	`release` text NOT NULL,
	`operation_name` text,
	`operation_digest` text,
	`scopes` text NOT NULL,
	`counts` text NOT NULL,
	`basis` text NOT NULL,
	`abroad` integer NOT NULL,
	`change` text,
	`changed` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_event_chain` ON `audit_event` (`patient`,`sequence`);--> statement-breakpoint
CREATE INDEX `audit_event_page` ON `audit_event` (`patient`,`recorded_at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_event_time` ON `audit_event` (`recorded_at`,`id`);--> statement-breakpoint
CREATE TABLE `audit_head` (
	`patient` text PRIMARY KEY NOT NULL,
	`sequence` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `care_relation` (
	`owner` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`patient` text NOT NULL,
	`organization` text NOT NULL,
	`period` text NOT NULL,
	`starts_at` integer,
	`ends_at` integer,
	PRIMARY KEY(`owner`, `valid_from`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `care_relation_in_force` ON `care_relation` (`owner`) WHERE valid_to is null;--> statement-breakpoint
CREATE INDEX `care_relation_patient` ON `care_relation` (`patient`) WHERE valid_to is null;--> statement-breakpoint
CREATE INDEX `care_relation_organization` ON `care_relation` (`organization`,`patient`) WHERE valid_to is null;--> statement-breakpoint
CREATE TABLE `consent` (
	`owner` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`version` integer NOT NULL,
	`patient` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`origin` text NOT NULL,
	`category` text NOT NULL,
	`grantor` text,
	`grantee` text NOT NULL,
	`grantee_key` text NOT NULL,
	`date_time` text,
	`instant` integer NOT NULL,
	`period` text NOT NULL,
	`decision` text NOT NULL,
	`provision` text NOT NULL,
	`source_reference` text,
	`policy_basis` text,
	`verification` text NOT NULL,
	`superseded_by` text,
	PRIMARY KEY(`owner`, `valid_from`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consent_in_force` ON `consent` (`owner`) WHERE valid_to is null;--> statement-breakpoint
CREATE INDEX `consent_page` ON `consent` (`patient`,`instant`,`owner`) WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX `consent_active` ON `consent` (`patient`,`kind`,`grantee_key`) WHERE valid_to is null and status = 'active' and origin = 'LAYER';--> statement-breakpoint
CREATE TABLE `epoch` (
	`owner` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `cross_border_grant` (
	`owner` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`patient` text NOT NULL,
	`organization` text NOT NULL,
	`practitioner_role` text,
	`purpose` text NOT NULL,
	`scopes` text NOT NULL,
	`look_back` text NOT NULL,
	`permissions` text NOT NULL,
	`period` text NOT NULL,
	`state` text NOT NULL,
	`state_history` text NOT NULL,
	`instant` integer NOT NULL,
	`encounter` text,
	`link` text,
	`includes_restricted` integer NOT NULL,
	`consent` text,
	PRIMARY KEY(`owner`, `valid_from`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cross_border_grant_in_force` ON `cross_border_grant` (`owner`) WHERE valid_to is null;--> statement-breakpoint
CREATE INDEX `cross_border_grant_page` ON `cross_border_grant` (`patient`,`instant`,`owner`) WHERE valid_to is null;--> statement-breakpoint
CREATE TABLE `outbox` (
	`notification` text PRIMARY KEY NOT NULL,
	`enqueued_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`delivered_at` integer
);
--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`enqueued_at`) WHERE delivered_at is null;--> statement-breakpoint
CREATE TABLE `source` (
	`owner_type` text NOT NULL,
	`namespace` text NOT NULL,
	`source_id` text NOT NULL,
	`owner` text NOT NULL,
	PRIMARY KEY(`owner_type`, `namespace`, `source_id`)
);
--> statement-breakpoint
CREATE INDEX `source_owner` ON `source` (`owner`);--> statement-breakpoint
CREATE TABLE `step_up` (
	`owner` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`patient` text NOT NULL,
	`practitioner_role` text NOT NULL,
	`since` text NOT NULL,
	`until` text NOT NULL,
	`reason` text,
	PRIMARY KEY(`owner`, `valid_from`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `step_up_in_force` ON `step_up` (`owner`) WHERE valid_to is null;--> statement-breakpoint
CREATE INDEX `step_up_patient` ON `step_up` (`patient`) WHERE valid_to is null;