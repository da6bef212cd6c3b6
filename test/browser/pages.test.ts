import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { allStories } from '../client/stories/all.tsx'
import { openBrowser } from './browser.ts'
import { errorsOf } from './real-site.ts'
import { sharedOut } from './shared-out.ts'
import { serveStories, type StoryServer } from './story-server.ts'
import { allThere, wireOf } from './wire.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

describe('every page in a browser', () => {
  let browser: Browser
  let stories: StoryServer
  let seen: readonly Seen[]

  before(async function () {
    // Hundreds of pages, each looked at four times over: a machine that does much else takes its time.
    this.timeout(1_800_000)
    browser = await openBrowser(this)
    stories = await serveStories()
    const names = allStories().map(({ name }) => name)
    // One visit to each page serves every check of it, two pages side by side.
    seen = await sharedOut(names, 2, mine => visited(browser, stories.url, mine))
  })

  after(async () => {
    await browser?.close()
    await stories?.close()
  })

  /** Each names its page, whose name ends in its language, and the width where that matters. */
  function faults(kind: keyof Faults): string[] {
    return seen.flatMap(page => page.faults[kind].map(fault => `${page.name}: ${fault}`))
  }

  it('has no fault that axe finds, narrow and wide', () => {
    expect(faults('axe')).to.eql([])
  })

  it('does not scroll sideways, narrow, wide and with large text', () => {
    expect(faults('sideways')).to.eql([])
  })

  it('has nothing too small for a thumb', () => {
    expect(faults('small')).to.eql([])
  })

  it('says no error, and is refused nothing by its content policy', () => {
    expect(faults('errors')).to.eql([])
  })

  it('stays within its bytes and requests', () => {
    expect(faults('cost')).to.eql([])
  })

  it('needs no script for what is folded, linked or sent', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 320, height: 800 },
    })
    const page = await context.newPage()
    await page.goto(`${stories.url}/request-extended-es`)
    await page.getByText('¿Cómo se calculó este plazo?').first().click()
    expect(await page.getByText('Día 20').isVisible()).to.equal(true)
    await page.goto(`${stories.url}/requests-es`)
    await page.getByText('Filtros y orden: En trámite').click()
    expect(await page.getByRole('button', { name: 'Aplicar filtros' }).isVisible()).to.equal(true)
    expect(await page.getByLabel('Ordenar por').first().isVisible()).to.equal(true)
    await context.close()
  })

  it('shows the first request of a list on a phone’s first screen', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 800 } })
    const tops: number[] = []
    for (const name of ['requests-es', 'requests-en']) {
      await page.goto(`${stories.url}/${name}`)
      tops.push((await page.locator('.row-title').first().boundingBox())?.y ?? Infinity)
    }
    await page.close()
    expect(Math.max(...tops)).to.be.lessThan(720)
  })
})

interface Faults {
  readonly axe: readonly string[]
  readonly sideways: readonly string[]
  readonly small: readonly string[]
  readonly errors: readonly string[]
  readonly cost: readonly string[]
}

interface Seen {
  readonly name: string
  readonly faults: Faults
}

async function visited(browser: Browser, url: string, names: readonly string[]): Promise<Seen[]> {
  const page = await browser.newPage()
  const wire = await wireOf(page)
  const said = errorsOf(page)
  const seen: Seen[] = []
  for (const name of names) {
    await page.setViewportSize({ width: 320, height: 900 })
    await wire.clear()
    await page.goto(`${url}/${name}`)
    await allThere(page)
    const small = await smallTargets(page)
    const look = await looked(page)
    seen.push({ name, faults: { ...look, small, cost: wire.faults(), errors: said.splice(0) } })
  }
  await page.close()
  return seen
}

/** With all that folds unfolded, at a phone's width, a desk's, and with text at 200 % (WCAG 1.4.4). */
async function looked(page: Page): Promise<Pick<Faults, 'axe' | 'sideways'>> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
  // By evaluate, not by a script tag: the content policy refuses what the page did not ask for.
  await page.evaluate(axe)
  const narrow = await sideways(page, '320 px')
  const narrowAxe = await axeFaults(page, '320 px')
  await page.setViewportSize({ width: 1280, height: 900 })
  const wide = await sideways(page, '1280 px')
  const wideAxe = await axeFaults(page, '1280 px')
  await page.setViewportSize({ width: 640, height: 900 })
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  const large = await sideways(page, '640 px, text at 200 %')
  return { axe: [...narrowAxe, ...wideAxe], sideways: [...narrow, ...wide, ...large] }
}

async function sideways(page: Page, when: string): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return over > 0 ? [`${over} px sideways at ${when}`] : []
}

async function axeFaults(page: Page, when: string): Promise<string[]> {
  const options = { runOnly: tags, resultTypes: ['violations'] }
  const violations: unknown = await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => id + ' ' + html.slice(0, 160))))`,
  )
  const found = Array.isArray(violations) ? violations.map(String) : ['axe did not answer']
  return found.map(fault => `${fault} at ${when}`)
}

/** Buttons and fields: 44 px high; the rest has its own floor, which axe knows. */
async function smallTargets(page: Page): Promise<string[]> {
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, .button, .control, .nav-link, .header-link')]
      .filter(element => element.checkVisibility() && element.getBoundingClientRect().height < 43.5)
      .map(element => element.outerHTML.slice(0, 100)),
  )
  return small.map(target => `too small at 320 px: ${target}`)
}
