import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import {
  addSides,
  emailOf,
  testPassword,
  testServer,
  type TestServer,
  type TestUser,
} from '../support/test-server.ts'
import { openBrowser } from './browser.ts'

/** The whole application behind a browser. */
export interface RealSite {
  readonly browser: Browser
  readonly server: TestServer
  readonly url: string
  /** Signs somebody in, by the form, in a context of their own. */
  signIn(who: TestUser, options?: BrowserContextOptions): Promise<[BrowserContext, Page]>
  close(): Promise<void>
}

/** `suite` is mocha's own context of a `before` hook: without a browser the suite is skipped, loudly. */
export async function realSite(suite: Mocha.Context, now = '2026-02-02T15:30:00Z'): Promise<RealSite> {
  const browser = await openBrowser(suite)
  const server = await testServer({ now })
  await addSides(server)
  const listening = server.app.listen(0, '127.0.0.1')
  await new Promise(resolve => listening.once('listening', resolve))
  const url = `http://127.0.0.1:${portOf(listening.address())}`
  return {
    browser,
    server,
    url,
    async signIn(who, options = {}) {
      await server.user(who)
      const context = await browser.newContext(options)
      const page = await context.newPage()
      await page.goto(`${url}/es/entrar`)
      await enter(page, who)
      return [context, page]
    },
    async close() {
      await browser.close()
      await closed(listening)
      await server.close()
    },
  }
}

/** Fills the sign-in page that is open. */
export async function enter(page: Page, who: TestUser): Promise<void> {
  await page.getByLabel('Correo electrónico').fill(emailOf(who))
  await page.getByLabel('Contraseña').fill(testPassword)
  await page.getByRole('button', { name: 'Entrar' }).click()
}

/** What a page said on its console as an error: a refusal by the content policy is one. */
export function errorsOf(page: Page): string[] {
  const errors: string[] = []
  page.on('console', message => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', error => errors.push(error.message))
  return errors
}

export async function focusedId(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.id ?? '')
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function closed(listening: Server): Promise<void> {
  listening.closeAllConnections()
  await new Promise(resolve => listening.close(resolve))
}
