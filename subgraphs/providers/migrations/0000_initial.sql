CREATE TABLE `epoch` (
	`owner` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `identifier` (
	`owner` text NOT NULL,
	`position` integer NOT NULL,
	`owner_type` text NOT NULL,
	`use` text,
	`type` text,
	`system` text,
	`value` text,
	`comparable` text,
	PRIMARY KEY(`owner`, `position`)
);
--> statement-breakpoint
CREATE INDEX `identifier_value` ON `identifier` (`owner_type`,`system`,`comparable`);--> statement-breakpoint
CREATE TABLE `localised_name` (
	`owner` text NOT NULL,
	`position` integer NOT NULL,
	`language` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`owner`, `position`)
);
--> statement-breakpoint
CREATE TABLE `organization_standing` (
	`owner` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`jurisdiction` text NOT NULL,
	`city` text,
	`registration_status` text,
	`registration_start` text,
	`registration_end` text,
	`deemed_consent` integer NOT NULL,
	PRIMARY KEY(`owner`, `valid_from`)
);
--> statement-breakpoint
CREATE INDEX `organization_standing_jurisdiction` ON `organization_standing` (`jurisdiction`);--> statement-breakpoint
CREATE TABLE `organization` (
	`id` text PRIMARY KEY NOT NULL,
	`active` integer,
	`type` text NOT NULL,
	`telecom` text NOT NULL,
	`address` text NOT NULL,
	`part_of` text,
	`content` text
);
--> statement-breakpoint
CREATE TABLE `practitioner_role_standing` (
	`owner` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`organization` text,
	`active` integer NOT NULL,
	`period_start` text,
	`period_end` text,
	`profession` text NOT NULL,
	PRIMARY KEY(`owner`, `valid_from`)
);
--> statement-breakpoint
CREATE TABLE `practitioner_role` (
	`id` text PRIMARY KEY NOT NULL,
	`practitioner` text,
	`code` text NOT NULL,
	`specialty` text NOT NULL,
	`licence_ref` text,
	`content` text
);
--> statement-breakpoint
CREATE INDEX `practitioner_role_practitioner` ON `practitioner_role` (`practitioner`);--> statement-breakpoint
CREATE TABLE `practitioner` (
	`id` text PRIMARY KEY NOT NULL,
	`active` integer,
	`name` text NOT NULL,
	`gender` text,
	`telecom` text NOT NULL,
	`content` text
);
--> statement-breakpoint
CREATE TABLE `recognition_standing` (
	`owner` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`status` text NOT NULL,
	`reason` text,
	`period_start` text,
	`period_end` text,
	`suspension_start` text,
	`suspension_end` text,
	`conditions` text NOT NULL,
	PRIMARY KEY(`owner`, `valid_from`)
);
--> statement-breakpoint
CREATE INDEX `recognition_standing_status` ON `recognition_standing` (`status`);--> statement-breakpoint
CREATE TABLE `recognition` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_type` text NOT NULL,
	`subject` text NOT NULL,
	`instrument_type` text,
	`instrument_reference` text
);
--> statement-breakpoint
CREATE INDEX `recognition_subject` ON `recognition` (`subject`);--> statement-breakpoint
CREATE TABLE `source` (
	`owner_type` text NOT NULL,
	`namespace` text NOT NULL,
	`source_id` text NOT NULL,
	`owner` text NOT NULL,
	PRIMARY KEY(`owner_type`, `namespace`, `source_id`)
);
--> statement-breakpoint
CREATE INDEX `source_owner` ON `source` (`owner`);--> statement-breakpoint
CREATE TABLE `public_health_record_system_standing` (
	`owner` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`members` text NOT NULL,
	PRIMARY KEY(`owner`, `valid_from`)
);
--> statement-breakpoint
CREATE TABLE `public_health_record_system` (
	`id` text PRIMARY KEY NOT NULL,
	`operator` text NOT NULL,
	`jurisdiction` text NOT NULL,
	`endpoint` text,
	`trust_anchor` text
);
