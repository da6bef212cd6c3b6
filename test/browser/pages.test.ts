import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { allStories } from '../client/stories/all.tsx'
import { openBrowser } from './browser.ts'
import { serveStories, type StoryServer } from './story-server.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

describe('every page in a browser', () => {
  let browser: Browser
  let stories: StoryServer

  before(async function () {
    browser = await openBrowser(this)
    stories = await serveStories()
  })

  after(async () => {
    await browser?.close()
    await stories?.close()
  })

  for (const width of [320, 1280]) {
    it(`has no fault that axe finds, no sideways scroll and no console error at ${width} px`, async () => {
      const page = await browser.newPage({ viewport: { width, height: 900 } })
      const faults: string[] = []
      page.on('console', message => {
        if (message.type() === 'error') faults.push(`console: ${message.text()}`)
      })
      page.on('pageerror', error => faults.push(`error: ${error.message}`))
      for (const { name } of allStories()) {
        await page.goto(`${stories.url}/${name}`)
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true
        })
        faults.push(...(await faultsOf(page)).map(fault => `${name}: ${fault}`))
      }
      await page.close()
      expect(faults).to.eql([])
    })
  }

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
    await page.getByText('Filtros').first().click()
    expect(await page.getByRole('button', { name: 'Aplicar filtros' }).isVisible()).to.equal(true)
    await context.close()
  })

  it('skips to the content, and takes focus to what went wrong and from there to its field', async () => {
    const page = await browser.newPage()
    await page.goto(`${stories.url}/request-es`)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).to.equal('contenido')
    await page.goto(`${stories.url}/new-request-wrong-es`)
    expect(await page.evaluate(() => document.activeElement?.className)).to.equal('errors')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).to.equal('f-institutionId')
    await page.close()
  })

  it('makes what is pressed large enough for a thumb', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 800 } })
    const small: string[] = []
    for (const { name } of allStories()) {
      await page.goto(`${stories.url}/${name}`)
      small.push(...(await smallTargets(page)).map(target => `${name}: ${target}`))
    }
    await page.close()
    expect(small).to.eql([])
  })
})

async function faultsOf(page: Page): Promise<string[]> {
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  // By evaluate, not by a script tag: the content policy refuses what the page did not ask for.
  await page.evaluate(axe)
  const violations: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => id + ' ' + html.slice(0, 160))))`,
  )
  const found = Array.isArray(violations) ? violations.map(String) : ['axe did not answer']
  return sideways > 0 ? [`${sideways} px sideways`, ...found] : found
}

/** Buttons and fields: 44 px high; the rest has its own floor, which axe knows. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, .button, .control, .nav-link, .header-link')]
      .filter(element => element.checkVisibility() && element.getBoundingClientRect().height < 43.5)
      .map(element => element.outerHTML.slice(0, 100)),
  )
}
