import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { sides } from '../support/test-server.ts'
import { visitor } from '../server/http/pages/pages-server.ts'
import { errorsOf, focusedId, realSite, type RealSite } from './real-site.ts'
import { serveStories, type StoryServer } from './story-server.ts'

const newRequest = '/es/solicitudes/nueva'

/** The ten ways through the site without a mouse. */
describe('by keyboard alone', () => {
  let site: RealSite
  let stories: StoryServer
  /** Of the first request. */
  let address = ''

  before(async function () {
    site = await realSite(this)
    stories = await serveStories()
    const member = await visitor(site.server, 'organisation_member')
    for (const title of ['Contratos de limpieza de oficinas', 'Viáticos del primer trimestre']) {
      const answer = await member.send(newRequest, {
        ...{ institutionId: sides.institution, kind: 'access', title, body: `${title}: copia completa.` },
        ...{ channel: 'electronica', receivedOn: '2/2/2026', evidenceKind: 'correo' },
      })
      expect(answer.status, title).to.equal(303)
      address ||= answer.get('location') ?? ''
    }
  })

  after(async () => {
    await site?.close()
    await stories?.close()
  })

  it('1: Tab reaches the skip link, and Enter the content', async () => {
    const page = await site.browser.newPage()
    await page.goto(`${stories.url}/request-es`)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await focusedId(page)).to.equal('contenido')
    await page.close()
  })

  it('2: a filter says how many, keeps focus, and Back restores list and boxes', async () => {
    const [context, page] = await site.signIn('organisation_member', {
      viewport: { width: 1280, height: 900 },
    })
    await page.goto(`${site.url}/es/solicitudes`)
    await tabTo(page, 'f-estado')
    await page.keyboard.type('Desist')
    await page.getByText('Ninguna solicitud cumple').waitFor()
    await page.waitForURL(/estado=desistida/)
    expect(await focusedId(page)).to.equal('f-estado')
    await page.waitForFunction(() =>
      document.getElementById('announcer')?.textContent?.includes('Ninguna solicitud'),
    )
    // Where it leads in the other language follows.
    expect(await page.locator('a[hreflang=en]').first().getAttribute('href')).to.include('estado=desistida')
    await page.goBack()
    await page.getByRole('link', { name: 'Contratos de limpieza de oficinas' }).waitFor()
    expect(await page.locator('#f-estado').inputValue()).to.equal('')
    await context.close()
  })

  it('3: from a view to a row, and Back to the view', async () => {
    const [context, page] = await site.signIn('organisation_member', {
      viewport: { width: 1280, height: 900 },
    })
    await page.goto(`${site.url}/es/solicitudes`)
    await tabToText(page, 'En curso')
    await page.keyboard.press('Enter')
    await page.waitForURL(/vista=en_curso/)
    await tabToText(page, 'Viáticos del primer trimestre')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Viáticos del primer trimestre' }).waitFor()
    await page.goBack()
    await page.waitForURL(/vista=en_curso/)
    await context.close()
  })

  it('4: an empty form leads to what is missing, and from there to the field', async () => {
    const [context, page] = await site.signIn('organisation_member')
    await page.goto(site.url + newRequest)
    await tabTo(page, 'f-title')
    await page.keyboard.press('Enter')
    await page.waitForURL(site.url + newRequest)
    await page.locator('.errors').waitFor()
    expect(await page.evaluate(() => document.activeElement?.className)).to.equal('errors')
    expect(await page.title()).to.match(/^Hay un problema: /)
    await page.keyboard.press('Tab')
    const field = await page.evaluate(() => document.activeElement?.getAttribute('href')?.slice(1))
    await page.keyboard.press('Enter')
    expect(await focusedId(page)).to.equal(field)
    await context.close()
  })

  it('5: a long list is typed in, pointed at, chosen and closed', async () => {
    const [context, page] = await site.signIn('organisation_member')
    const errors = errorsOf(page)
    await page.goto(site.url + newRequest)
    await page.locator('input#f-institutionId').waitFor()
    await tabTo(page, 'f-institutionId')
    const box = page.getByRole('combobox', { name: 'Institución', exact: true })
    const list = page.getByRole('listbox', { name: 'Institución', exact: true })
    // Without its accent, and the words in another order.
    await page.keyboard.type('minas energia')
    expect(await box.getAttribute('aria-expanded')).to.equal('true')
    await page.getByText('1 opción', { exact: true }).waitFor()
    await page.keyboard.press('ArrowDown')
    const active = await box.getAttribute('aria-activedescendant')
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).to.equal('true')
    await page.keyboard.press('Enter')
    expect(await box.inputValue()).to.equal('Ministerio de Energía y Minas')
    expect(await page.locator('select[name=institutionId]').inputValue()).to.equal('mem')
    expect(await list.isVisible()).to.equal(false)
    await page.keyboard.press('ArrowDown')
    expect(await list.isVisible()).to.equal(true)
    await page.keyboard.press('Escape')
    expect(await list.isVisible()).to.equal(false)
    expect(await box.inputValue()).to.equal('Ministerio de Energía y Minas')
    expect(await focusedId(page)).to.equal('f-institutionId')
    expect(errors).to.eql([])
    await context.close()
  })

  it('6: a file is chosen, removed, and sent again when the line was cut', async () => {
    const [context, page] = await site.signIn('organisation_member')
    await page.goto(site.url + newRequest)
    await page.locator('input#f-institutionId').waitFor()
    const file = page.locator('#f-file')
    const acuse = { name: 'acuse.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nacuse') }
    await file.setInputFiles(acuse)
    await page.getByText('Recibimos acuse.pdf.').waitFor()
    expect(await page.locator('input[name=fileSha256]').count()).to.equal(1)
    await tabToText(page, 'Quitar el archivo')
    await page.keyboard.press('Enter')
    await page.getByText('Archivo quitado.').waitFor()
    expect(await focusedId(page)).to.equal('f-file')
    expect(await page.locator('input[name=fileSha256]').count()).to.equal(0)
    await context.setOffline(true)
    await file.setInputFiles(acuse)
    await page.getByText('No se pudo enviar acuse.pdf.').waitFor()
    await file.setInputFiles([])
    await page.getByText('Archivo quitado.').waitFor()
    await file.setInputFiles(acuse)
    await page.getByText('No se pudo enviar acuse.pdf.').waitFor()
    await context.setOffline(false)
    await tabToText(page, 'Reintentar')
    await page.keyboard.press('Enter')
    await page.getByText('Recibimos acuse.pdf.').waitFor()
    await file.setInputFiles({ ...acuse, name: 'programa.exe' })
    await page.getByText(/ese archivo no se admite.*de hasta 20 MB/).waitFor()
    await context.close()
  })

  it('7: what can be undone is undone from the band, which says so', async () => {
    const [context, page] = await site.signIn('uip_officer')
    await page.goto(site.url + address)
    await tabToText(page, 'Nota nueva', 'textarea')
    await page.keyboard.type('Llamar a Obras.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Nota agregada.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).to.include('Nota agregada.')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).to.equal('Deshacer')
    await page.keyboard.press('Enter')
    await page.getByText('Se quitó la nota.').waitFor()
    await context.close()
  })

  it('8: a chart’s table opens, and scrolls where it is wider than the screen', async () => {
    const page = await site.browser.newPage({ viewport: { width: 320, height: 700 } })
    await page.goto(`${stories.url}/dashboard-es`)
    await tabToText(page, 'Ver los datos en una tabla', 'summary')
    await page.keyboard.press('Enter')
    const table = page.locator('details.chart-data[open] table').first()
    expect(await table.isVisible()).to.equal(true)
    const isReached = await page.evaluate(() => {
      const box = document.querySelector('details.chart-data[open] [tabindex="0"]')
      return !box || box.scrollWidth >= box.clientWidth
    })
    expect(isReached).to.equal(true)
    await page.close()
  })

  it('9: the language changes, the page and its query stay', async () => {
    const [context, page] = await site.signIn('organisation_member', {
      viewport: { width: 1280, height: 900 },
    })
    await page.goto(`${site.url}/es/solicitudes?vista=pronto&orden=asc`)
    await tabToText(page, 'English')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${site.url}/en/solicitudes?vista=pronto&orden=asc`)
    expect(await page.locator('html').getAttribute('lang')).to.equal('en')
    await context.close()
  })

  for (const width of [320, 1280]) {
    it(`10: nothing holds the focus, and it is always seen, at ${width} px`, async () => {
      const page = await site.browser.newPage({ viewport: { width, height: 600 } })
      const faults: string[] = []
      for (const story of [
        'requests-es',
        'request-silent-es',
        'new-request-wrong-es',
        'dashboard-es',
        'inbox-es',
      ]) {
        await page.goto(`${stories.url}/${story}`)
        faults.push(...(await faultsOfFocus(page)).map(fault => `${story}: ${fault}`))
      }
      await page.close()
      expect(faults).to.eql([])
    })
  }
})

const mostStops = 250

async function tabTo(page: Page, id: string): Promise<void> {
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press('Tab')
    if ((await focusedId(page)) === id) return
  }
  throw new Error(`Tab never reached #${id}`)
}

/** To what is read out so: its text or its label. */
async function tabToText(page: Page, text: string, name = 'a, button, summary, input'): Promise<void> {
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press('Tab')
    const isThere = await page.evaluate(
      ([words, selector]) => {
        const element = document.activeElement
        const label = element && document.querySelector(`label[for="${element.id}"]`)?.textContent
        return element?.matches(selector) && `${element.textContent} ${label ?? ''}`.includes(words)
      },
      [text, name] as const,
    )
    if (isThere) return
  }
  throw new Error(`Tab never reached "${text}"`)
}

/** Round the page once: each stop must differ from the last, be on the screen, uncovered, and marked. */
async function faultsOfFocus(page: Page): Promise<string[]> {
  const faults: string[] = []
  const seen = new Set<string>()
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press('Tab')
    const focus = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return null
      const box = element.getBoundingClientRect()
      const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1)
      const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 1), innerHeight - 1)
      const top = document.elementFromPoint(x, y)
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      return {
        where: `${element.tagName} ${element.id} ${element.textContent?.trim().slice(0, 40)} ${Math.round(box.top + scrollY)}`,
        isOnScreen: box.bottom > 0 && box.top < innerHeight && box.width > 0,
        isUncovered:
          top !== null && (element.contains(top) || top.contains(element) || top.closest('label') !== null),
        isMarked: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
      }
    })
    if (!focus) return faults
    if (seen.has(focus.where)) return seen.size > 3 ? faults : [...faults, `held at ${focus.where}`]
    seen.add(focus.where)
    if (!focus.isOnScreen) faults.push(`off the screen: ${focus.where}`)
    else if (!focus.isUncovered) faults.push(`covered: ${focus.where}`)
    if (!focus.isMarked) faults.push(`not marked: ${focus.where}`)
  }
  return [...faults, 'never came round']
}
