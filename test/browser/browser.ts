import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium'

const flags =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

/**
 * Opens Debian's Chromium, or skips the suite, loudly, where there is none.
 * `suite` is mocha's own context of a `before` hook.
 */
export async function openBrowser(suite: Mocha.Context): Promise<Browser> {
  if (!existsSync(executablePath)) {
    console.warn(
      `\nSKIPPED: no Chromium at ${executablePath}. Run: apt-get install chromium, or set CHROME_PATH.\n`,
    )
    suite.skip()
  }
  return chromium.launch({ executablePath, args: flags.split(' ') })
}
