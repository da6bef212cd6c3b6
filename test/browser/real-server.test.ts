import type { Server } from 'node:http'
import { expect } from 'chai'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import {
  addSides,
  emailOf,
  sides,
  testPassword,
  testServer,
  type TestServer,
  type TestUser,
} from '../support/test-server.ts'
import { openBrowser } from './browser.ts'

describe('the main job in a browser, on the real server', () => {
  let browser: Browser
  let server: TestServer
  let listening: Server
  let url = ''

  before(async function () {
    browser = await openBrowser(this)
    server = await testServer({ now: '2026-02-02T15:30:00Z' })
    await addSides(server)
    listening = server.app.listen(0, '127.0.0.1')
    await new Promise(resolve => listening.once('listening', resolve))
    const address = listening.address()
    url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  })

  after(async () => {
    await browser?.close()
    if (listening) await new Promise(resolve => listening.close(resolve))
    await server?.close()
  })

  async function signIn(
    who: TestUser,
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<[BrowserContext, Page]> {
    await server.user(who)
    const context = await browser.newContext(options)
    const page = await context.newPage()
    await page.goto(`${url}/es/entrar`)
    await page.getByLabel('Correo electrónico').fill(emailOf(who))
    await page.getByLabel('Contraseña').fill(testPassword)
    await page.getByRole('button', { name: 'Entrar' }).click()
    return [context, page]
  }

  async function log(page: Page, title: string): Promise<void> {
    await page.goto(`${url}/es/solicitudes/nueva`)
    await page.getByLabel('Institución', { exact: true }).selectOption(sides.institution)
    await page.getByLabel('Qué pidió, en una frase').fill(title)
    await page.getByLabel('Texto de la solicitud').fill('Copia de los contratos.')
    await page.getByLabel('Fecha en que la institución la recibió').fill('02/02/2026')
  }

  it('shows the due date while it is typed, with scripts', async () => {
    const [context, page] = await signIn('organisation_member')
    const errors: string[] = []
    page.on('console', message => message.type() === 'error' && errors.push(message.text()))
    await log(page, 'Contratos con vista previa')
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
    const [first, member] = await signIn('organisation_member', phone)
    await log(member, 'Contratos sin guiones')
    await member.getByRole('button', { name: 'Ver plazo' }).click()
    expect(await member.getByText('lunes 16 de febrero de 2026').first().isVisible()).to.equal(true)
    expect(await member.getByLabel('Qué pidió, en una frase').inputValue()).to.equal('Contratos sin guiones')
    await member.getByRole('button', { name: 'Registrar solicitud' }).click()
    const address = member.url()

    const [second, officer] = await signIn('uip_officer', phone)
    expect(officer.url()).to.equal(`${url}/es/bandeja`)
    const row = officer.getByRole('row').filter({ hasText: 'Contratos sin guiones' })
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

  it('filters as boxes change, keeps focus, says how many, and Back restores list and boxes', async () => {
    const [context, page] = await signIn('organisation_member')
    await page.goto(`${url}/es/solicitudes`)
    await page.getByLabel('Estado').focus()
    await page.getByLabel('Estado').selectOption('desistida')
    await page.getByText('Ninguna solicitud cumple').waitFor()
    expect(page.url()).to.include('estado=desistida')
    expect(await page.evaluate(() => document.activeElement?.id)).to.equal('f-estado')
    await page.waitForFunction(() =>
      document.getElementById('announcer')?.textContent?.includes('Ninguna solicitud'),
    )
    await page.goBack()
    await page.getByText('Contratos con vista previa').waitFor()
    expect(await page.getByLabel('Estado').inputValue()).to.equal('')
    await context.close()
  })

  it('keeps the page and its query when the language changes', async () => {
    const [context, page] = await signIn('organisation_member')
    await page.goto(`${url}/es/solicitudes?vista=pronto&orden=asc`)
    await page.getByRole('link', { name: 'English' }).click()
    expect(page.url()).to.equal(`${url}/en/solicitudes?vista=pronto&orden=asc`)
    expect(await page.locator('html').getAttribute('lang')).to.equal('en')
    await context.close()
  })

  it('fits its bytes: a first view within 30 kB on the wire, scripts within 6 kB, styles within 10 kB', async () => {
    const [context, page] = await signIn('organisation_member')
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.clearBrowserCache')
    const sizes = new Map<string, number>()
    const names = new Map<string, string>()
    session.on('Network.responseReceived', ({ requestId, response }) => names.set(requestId, response.url))
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      sizes.set(names.get(requestId) ?? requestId, encodedDataLength)
    })
    await page.goto(`${url}/es/solicitudes`, { waitUntil: 'networkidle' })
    const bytes = (ending: string) =>
      [...sizes].filter(([name]) => name.endsWith(ending)).reduce((sum, [, size]) => sum + size, 0)
    expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).to.be.within(2_000, 30_000)
    expect(bytes('.js')).to.be.within(200, 6_000)
    expect(bytes('.css')).to.be.within(1_000, 10_000)
    await context.close()
  })
})
