CREATE TABLE `record_code` (
	`record` text NOT NULL,
	`element` text NOT NULL,
	`system` text NOT NULL,
	`code` text NOT NULL,
	PRIMARY KEY(`record`, `element`, `system`, `code`)
);
--> statement-breakpoint
CREATE TABLE `record_link` (
	`record` text NOT NULL,
	`element` text NOT NULL,
	`position` integer NOT NULL,
	`target` text NOT NULL,
	PRIMARY KEY(`record`, `element`, `position`)
);
--> statement-breakpoint
CREATE INDEX `record_link_target` ON `record_link` (`target`);--> statement-breakpoint
CREATE TABLE `record` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`patient` text NOT NULL,
	`category` text NOT NULL,
	`clinical_date` text,
	`clinical_instant` integer,
	`clinical_end` integer,
	`recorded_date` text,
	`confidentiality` text NOT NULL,
	`security` text NOT NULL,
	`author_organization` text,
	`author_role` text,
	`encounter` text,
	`status` text,
	`source_jurisdiction` text NOT NULL,
	`version_id` integer NOT NULL,
	`source_namespace` text NOT NULL,
	`source_id` text NOT NULL,
	`content` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `record_page` ON `record` (`patient`,`category`,`type`,"clinical_instant" desc,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `record_source` ON `record` (`source_namespace`,`source_id`);