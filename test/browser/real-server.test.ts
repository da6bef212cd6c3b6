import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { sides } from '../support/test-server.ts'
import { errorsOf, realSite, type RealSite } from './real-site.ts'

describe('the main job in a browser, on the real server', () => {
  let site: RealSite

  before(async function () {
    site = await realSite(this)
  })

  after(() => site?.close())

  async function log(page: Page, title: string): Promise<void> {
    await page.goto(`${site.url}/es/solicitudes/nueva`)
    const box = page.getByRole('combobox', { name: 'Institución', exact: true })
    // A list to choose from, or, with scripts, a box to type in.
    if ((await box.evaluate(({ tagName }) => tagName)) === 'SELECT') await box.selectOption(sides.institution)
    else await box.fill(sides.institution)
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
    await log(member, 'Planilla de maestros interinos')
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
    await officer.getByRole('button', { name: 'Guardar: Admitir la solicitud' }).click()
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

  it('fits its bytes: a first view within 30 kB on the wire, scripts within 6 kB, styles within 10 kB', async () => {
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
