import { expect } from 'chai'
import { aRequest } from '../support/request-builder.ts'
import { realSite, type RealSite } from './real-site.ts'

describe('a unit’s work in a browser', () => {
  let site: RealSite

  before(async function () {
    site = await realSite(this)
    const { requests } = site.server.context.stores
    await requests.add(aRequest({ id: 'caso-1', title: 'Contratos de puentes', received: '2026-02-02' }))
  })

  after(() => site?.close())

  const phone = { javaScriptEnabled: false, viewport: { width: 320, height: 700 } }

  it('unfolds the menu without scripts on a phone, and leads on from it', async () => {
    const [context, page] = await site.signIn('uip_officer', phone)
    const annual = page.getByRole('link', { name: 'Informe anual' })
    expect(await annual.isVisible()).to.equal(false)
    await page.getByText('Menú').click()
    await annual.click()
    expect(page.url()).to.equal(`${site.url}/es/informe-anual`)
    await context.close()
  })

  it('takes an assignment back from the band, without scripts', async () => {
    const [context, page] = await site.signIn('uip_officer', phone)
    await page.goto(`${site.url}/es/solicitudes/caso-1`)
    const hands = page.getByLabel('A cargo de')
    await hands.selectOption('user-uip_officer')
    await page.getByRole('button', { name: 'Guardar', exact: true }).click()
    const band = page.getByRole('status').filter({ hasText: 'A cargo de Persona uip_officer.' })
    await band.getByRole('button', { name: 'Deshacer' }).click()
    expect(await page.getByText('Se deshizo el cambio de encargo.').isVisible()).to.equal(true)
    expect(await hands.inputValue()).to.equal('')
    await context.close()
  })

  it('reaches the way back by keyboard, next after the band that says what was done', async () => {
    const [context, page] = await site.signIn('uip_officer')
    await page.goto(`${site.url}/es/solicitudes/caso-1`)
    await page.getByLabel('Nota nueva').fill('Llamar al archivo.')
    await page.getByRole('button', { name: 'Agregar la nota' }).press('Enter')
    await page.getByText('Nota agregada.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).to.equal('status')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).to.equal('Deshacer')
    await page.keyboard.press('Enter')
    await page.getByText('Se quitó la nota.').waitFor()
    expect(await page.getByText('Llamar al archivo.').count()).to.equal(0)
    await context.close()
  })
})
