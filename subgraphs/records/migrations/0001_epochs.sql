CREATE TABLE `epoch` (
	`owner` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
