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
CREATE TABLE `patient_standing` (
	`owner` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`joining` text NOT NULL,
	`birth_date` text,
	`incapable` integer NOT NULL,
	PRIMARY KEY(`owner`, `valid_from`)
);
--> statement-breakpoint
CREATE TABLE `patient` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`gender` text,
	`is_deceased` integer,
	`deceased` text,
	`address` text NOT NULL,
	`telecom` text NOT NULL,
	`preferred_language` text,
	`notification_preference` text,
	`general_practitioner` text,
	`content` text
);
--> statement-breakpoint
CREATE TABLE `related_person_standing` (
	`owner` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`person` text,
	`role` text NOT NULL,
	`basis` text,
	`active` integer NOT NULL,
	`period_start` text,
	`period_end` text,
	PRIMARY KEY(`owner`, `valid_from`)
);
--> statement-breakpoint
CREATE INDEX `related_person_standing_person` ON `related_person_standing` (`person`);--> statement-breakpoint
CREATE TABLE `related_person` (
	`id` text PRIMARY KEY NOT NULL,
	`patient` text NOT NULL,
	`relationship` text NOT NULL,
	`name` text NOT NULL,
	`gender` text,
	`birth_date` text,
	`address` text NOT NULL,
	`telecom` text NOT NULL,
	`content` text
);
--> statement-breakpoint
CREATE INDEX `related_person_patient` ON `related_person` (`patient`);--> statement-breakpoint
CREATE TABLE `source` (
	`owner_type` text NOT NULL,
	`namespace` text NOT NULL,
	`source_id` text NOT NULL,
	`owner` text NOT NULL,
	PRIMARY KEY(`owner_type`, `namespace`, `source_id`)
);
--> statement-breakpoint
CREATE INDEX `source_owner` ON `source` (`owner`);