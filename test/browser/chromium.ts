/** A headless Chromium of this machine, with a profile of its own. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';

/** A browser. */
export interface Browser {
  /** A new window of nobody who has signed in, so many pixels wide. */
  open(width: number, options?: WindowOptions): Promise<Page>;
  close(): Promise<void>;
}

/** What a window is like. */
export interface WindowOptions {
  /** What the browser asks for in `Accept-Language`. */
  readonly locale?: string;
  /** Without it pages have to do with HTML alone. */
  readonly hasScripts?: boolean;
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const HEIGHT = 800;

/**
 * Starts a browser.
 *
 * @throws Error if there is none on this machine
 */
export async function startChromium(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(
      `Expected Chromium at ${executablePath}; install it (apt-get install chromium), or name another with CHROMIUM_PATH`,
    );
  }
  const profile = mkdtempSync(join(tmpdir(), 'causeway-chromium-'));
  const started = await chromium.launch({
    executablePath,
    headless: true,
    args: [...FLAGS, `--disk-cache-dir=${profile}`],
  });
  const contexts: BrowserContext[] = [];
  return {
    open: async (width, { locale = 'en', hasScripts = true } = {}) => {
      const context = await started.newContext({
        viewport: { width, height: HEIGHT },
        locale,
        javaScriptEnabled: hasScripts,
      });
      contexts.push(context);
      context.setDefaultTimeout(10_000);
      return context.newPage();
    },
    close: async () => {
      for (const context of contexts) await context.close();
      await started.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
