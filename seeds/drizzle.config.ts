import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './src/import/staging/tables.ts',
  out: './migrations',
});
