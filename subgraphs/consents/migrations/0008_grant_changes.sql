CREATE TABLE `grant_change` (
	`grant` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`patient` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grant_change_position` ON `grant_change` (`position`);