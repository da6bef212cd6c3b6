import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { sides } from '../support/test-server.ts'
import { errorsOf, realSite, type RealSite } from './real-site.ts'

/** 400 kbit/s, 400 ms a round trip. */
const slow3G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }

describe('the main job in a browser, on the real server', () => {
  let site: RealSite

  before(async function () {
    site = await realSite(this)
  })

  after(() => site?.close())

  async function log(page: Page, title: string, { scripts } = { scripts: true }): Promise<void> {
    await page.goto(`${site.url}/es/solicitudes/nueva`)
    // A list to choose from, or, once the scripts are there, a box to type in.
    if (scripts) await page.locator('input#f-institutionId').fill(sides.institution)
    else await page.locator('select#f-institutionId').selectOption(sides.institution)
    await page.getByLabel('Qué pidió, en una frase').fill(title)
    await page.getByLabel('Texto de la solicitud').fill(`${title}: copia completa.`)
    await page.getByLabel('Fecha en que la institución la recibió').fill('02/02/2026')
  }

  it('shows the due date while it is typed, with scripts', async () => {
    const [context, page] = await site.signIn('organisation_member')
    const errors = errorsOf(page)
    await log(page, 'Compra de medicinas para Salamá')
    await page.locator('#plazo').getByText('lunes 16 de febrero de 2026').first().waitFor()
    await page.locator('#plazo summary').click()
    expect(await page.getByText('Día 10').isVisible()).to.equal(true)
    await page.getByRole('button', { name: 'Registrar solicitud' }).click()
    await page.getByText('Solicitud registrada como').waitFor()
    expect(errors).to.eql([])
    await context.close()
  })

  it('goes from filing to a decision without scripts, on a phone', async () => {
    const phone = { javaScriptEnabled: false, viewport: { width: 320, height: 700 } }
    const [first, member] = await site.signIn('organisation_member', phone)
    await log(member, 'Planilla de maestros interinos', { scripts: false })
    await member.getByRole('button', { name: 'Ver plazo' }).click()
    expect(await member.getByText('lunes 16 de febrero de 2026').first().isVisible()).to.equal(true)
    expect(await member.getByLabel('Qué pidió, en una frase').inputValue()).to.equal(
      'Planilla de maestros interinos',
    )
    await member.getByRole('button', { name: 'Registrar solicitud' }).click()
    const address = member.url()

    const [second, officer] = await site.signIn('uip_officer', phone)
    expect(officer.url()).to.equal(`${site.url}/es/bandeja`)
    const row = officer.getByRole('row').filter({ hasText: 'Planilla de maestros interinos' })
    await row.getByRole('link', { name: 'Admitir la solicitud' }).click()
    await officer.getByRole('button', { name: 'Guardar en el historial' }).click()
    await officer.getByRole('link', { name: 'Resolver' }).click()
    await officer.getByLabel('Entrega total').check()
    await officer.getByRole('button', { name: 'Continuar' }).click()
    await officer.getByLabel('Razonamiento').fill('Se entrega todo.')
    await officer.getByRole('button', { name: 'Continuar' }).click()
    await officer.getByRole('button', { name: 'Confirmar y guardar la resolución' }).click()
    expect(await officer.getByText('Resolución emitida: queda anotado').isVisible()).to.equal(true)

    await member.goto(address)
    expect(await member.getByText('Resuelta, sin notificar').isVisible()).to.equal(true)
    await first.close()
    await second.close()
  })

  it('makes one request of a form that is pressed twice, and of one that is sent again after Back', async () => {
    const [context, page] = await site.signIn('organisation_member')
    await log(page, 'Inventario de vehículos de Huehuetenango')
    await page.getByRole('button', { name: 'Registrar solicitud' }).dblclick()
    await page.getByText('Solicitud registrada como').waitFor()
    const made = page.url()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Registrar' }).waitFor()
    await page.goto(`${site.url}/es/solicitudes?q=Huehuetenango`)
    expect(await page.locator('.row-title').count()).to.equal(1)
    // Without scripts, where the browser brings the page back as it was sent.
    await context.close()
    const phone = { javaScriptEnabled: false }
    const [second, plain] = await site.signIn('organisation_member', phone)
    await log(plain, 'Nómina de médicos residentes de Cobán', { scripts: false })
    const fields = await plain.locator('form.form').evaluate((form: HTMLFormElement) => {
      const data = [...new FormData(form)].map(([name, value]) => [name, String(value)])
      return data.filter(([name]) => name !== 'file')
    })
    const send = () =>
      plain.request.post(`${site.url}/es/solicitudes/nueva`, {
        form: Object.fromEntries(fields),
        maxRedirects: 0,
      })
    const [once, again] = [await send(), await send()]
    expect(once.status()).to.equal(303)
    expect(again.headers().location).to.equal(once.headers().location).and.not.equal(new URL(made).pathname)
    await second.close()
  })

  it('applies a filter within two and a half round trips of a slow line', async () => {
    const [context, page] = await site.signIn('organisation_member', {
      viewport: { width: 1280, height: 900 },
    })
    await page.goto(`${site.url}/es/solicitudes`, { waitUntil: 'networkidle' })
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', slow3G)
    const ratios: number[] = []
    // Other work on the machine can only add to it: the best of some turns is what the page takes.
    for (const state of ['desistida', 'presentada', 'cerrada', 'resuelta']) {
      ratios.push((await timeToFilter(page, state)) / slow3G.latency)
    }
    expect(Math.min(...ratios)).to.be.within(0.9, 2.5)
    await context.close()
  })

  it('fits its bytes: a first view within 30 kB on the wire, scripts and styles within 10 kB each', async () => {
    const [context, page] = await site.signIn('organisation_member')
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.clearBrowserCache')
    const sizes = new Map<string, number>()
    const names = new Map<string, string>()
    session.on('Network.responseReceived', ({ requestId, response }) => names.set(requestId, response.url))
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      sizes.set(names.get(requestId) ?? requestId, encodedDataLength)
    })
    await page.goto(`${site.url}/es/solicitudes`, { waitUntil: 'networkidle' })
    const bytes = (ending: string) =>
      [...sizes].filter(([name]) => name.endsWith(ending)).reduce((sum, [, size]) => sum + size, 0)
    expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).to.be.within(2_000, 30_000)
    expect(bytes('.js')).to.be.within(200, 10_000)
    expect(bytes('.css')).to.be.within(1_000, 10_000)
    await context.close()
  })
})

/** Milliseconds from the change of a box to the new list. */
function timeToFilter(page: Page, state: string): Promise<number> {
  return page.evaluate(value => {
    const box = document.querySelector<HTMLSelectElement>('#f-estado')
    const main = document.querySelector('main')
    if (!box || !main) throw new Error('No filter')
    box.value = value
    const began = performance.now()
    const shown = new Promise<number>(resolve => {
      new MutationObserver(() => resolve(performance.now() - began)).observe(main, { childList: true })
    })
    box.dispatchEvent(new Event('change', { bubbles: true }))
    return shown
  }, state)
}
