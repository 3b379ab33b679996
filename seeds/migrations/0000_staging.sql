CREATE TABLE `file` (
	`path` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `item` (
	`seq` integer PRIMARY KEY NOT NULL,
	`file` text NOT NULL,
	`root` text NOT NULL,
	`place` text NOT NULL,
	`type` text,
	`kind` text,
	`source_namespace` text,
	`source_id` text,
	`local_id` text,
	`full_url` text,
	`bundle` text,
	`bundle_labels` text,
	`content` text,
	`is_earlier` integer NOT NULL,
	`disposition` text,
	`code` text,
	`reason` text
);
--> statement-breakpoint
CREATE INDEX `item_file` ON `item` (`file`);--> statement-breakpoint
CREATE INDEX `item_source` ON `item` (`source_namespace`,`source_id`);--> statement-breakpoint
CREATE TABLE `row` (
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`patient` text,
	`is_new` integer NOT NULL,
	`entry` text,
	`sources` text NOT NULL,
	PRIMARY KEY(`kind`, `id`)
);
--> statement-breakpoint
CREATE INDEX `row_patient` ON `row` (`patient`);--> statement-breakpoint
CREATE TABLE `run` (
	`id` integer PRIMARY KEY NOT NULL,
	`phase` text NOT NULL,
	`task` text NOT NULL,
	`findings` text
);
