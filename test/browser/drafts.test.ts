import { expect } from 'chai'
import type { BrowserContext, Page } from 'playwright-core'
import { enter, errorsOf, realSite, type RealSite } from './real-site.ts'

const newRequest = '/es/solicitudes/nueva'

describe('what is typed, with scripts', () => {
  let site: RealSite

  before(async function () {
    site = await realSite(this)
  })

  after(() => site?.close())

  async function member(): Promise<[BrowserContext, Page]> {
    const [context, page] = await site.signIn('organisation_member')
    await page.goto(site.url + newRequest)
    return [context, page]
  }

  async function type(page: Page, title: string): Promise<void> {
    await page.locator('input#f-institutionId').fill('inst-caminos')
    await page.getByLabel('Qué pidió, en una frase').fill(title)
    await page.getByLabel('Texto de la solicitud').fill(`${title}: copia de todo.`)
    await page.getByText('Guardado en este dispositivo.').waitFor()
  }

  function title(page: Page): Promise<string> {
    return page.getByLabel('Qué pidió, en una frase').inputValue()
  }

  const send = (page: Page) =>
    page
      .getByRole('button', { name: /^(Registrar|Es otra)/ })
      .first()
      .click()

  it('comes back after the page was left, and in the other language', async () => {
    const [context, page] = await member()
    const errors = errorsOf(page)
    await type(page, 'Un borrador que se deja')
    await page.goto(`${site.url}/es/inicio`)
    await page.goto(site.url + newRequest)
    await page.getByText('Recuperamos lo que había escrito').first().waitFor()
    expect(await title(page)).to.equal('Un borrador que se deja')
    expect(await page.locator('input#f-institutionId').inputValue()).to.equal('Institución inst-caminos')
    await page.getByRole('button', { name: 'English' }).click()
    await page.waitForURL(`${site.url}/en/solicitudes/nueva`)
    expect(await page.locator('#f-title').inputValue()).to.equal('Un borrador que se deja')
    expect(errors).to.eql([])
    await context.close()
  })

  it('is listed at home while it waits, and can be thrown away from there', async () => {
    const [context, page] = await member()
    await type(page, 'Un borrador que se lista')
    await page.goto(`${site.url}/es/inicio`)
    const list = page.getByRole('region', { name: 'Borradores en este dispositivo' })
    await list.getByRole('link', { name: /Registrar.*: Un borrador que se lista/ }).waitFor()
    await list.getByRole('button', { name: /^Descartar: / }).click()
    expect(await list.getByRole('link').count()).to.equal(0)
    await page.reload()
    await page.waitForTimeout(300)
    expect(await list.isVisible()).to.equal(false)
    await context.close()
  })

  it('is thrown away when asked', async () => {
    const [context, page] = await member()
    await type(page, 'Un borrador que se tira')
    await page.reload()
    await page.getByRole('button', { name: 'Descartar' }).click()
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#f-title')?.value === '')
    await page.reload()
    await page.waitForTimeout(300)
    expect(await title(page)).to.equal('')
    await context.close()
  })

  it('is gone once it is recorded', async () => {
    const [context, page] = await member()
    await type(page, 'Planillas de maestros interinos de Petén')
    await send(page)
    await page.getByText('Solicitud registrada como').waitFor()
    await page.goto(site.url + newRequest)
    await page.waitForTimeout(300)
    expect(await title(page)).to.equal('')
    await context.close()
  })

  it('waits for a connection, and is sent once when it is back', async () => {
    const [context, page] = await member()
    await type(page, 'Compra de medicinas del hospital de Salamá')
    await context.setOffline(true)
    await send(page)
    await page.getByText('se enviará cuando vuelva la conexión').first().waitFor()
    await context.setOffline(false)
    await page.getByRole('heading', { name: 'Compra de medicinas del hospital de Salamá' }).waitFor()
    await page.goto(site.url + newRequest)
    await page.waitForTimeout(300)
    expect(await title(page)).to.equal('')
    await page.goto(`${site.url}/es/solicitudes?q=Salam`)
    expect(
      await page.getByRole('link', { name: 'Compra de medicinas del hospital de Salamá' }).count(),
    ).to.equal(1)
    await context.close()
  })

  it('opens the form again without a connection, with what was typed', async () => {
    const [context, page] = await member()
    await type(page, 'Escrita y vuelta a abrir')
    await page.waitForFunction(async () => (await caches.keys()).length > 0)
    await page.waitForFunction(async () => (await (await caches.open('vigia-form')).keys()).length > 3)
    await context.setOffline(true)
    await page.goto(site.url + newRequest)
    await page.getByText('Recuperamos lo que había escrito').first().waitFor()
    expect(await title(page)).to.equal('Escrita y vuelta a abrir')
    const other = await page.goto(`${site.url}/es/solicitudes`).catch(() => null)
    expect(other, 'a page that is no form was served without a connection').to.equal(null)
    await context.setOffline(false)
    await context.close()
  })

  it('goes on after the session has ended', async () => {
    const [context, page] = await member()
    await type(page, 'Escrita cuando la sesión terminó')
    await context.clearCookies()
    await send(page)
    await page.getByText('guardamos su texto').waitFor()
    await enter(page, 'organisation_member')
    await page.waitForURL(site.url + newRequest)
    expect(await title(page)).to.equal('Escrita cuando la sesión terminó')
    await context.close()
  })

  it('leaves the device when its owner signs out, and is never shown to another', async () => {
    const [context, page] = await member()
    await type(page, 'Lo que otra persona no debe ver')
    await page.getByRole('button', { name: 'Salir' }).first().click()
    await page.waitForURL(/entrar/)
    const left = await page.evaluate(async () => ({
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }))
    expect(left).to.eql({ databases: 0, caches: 0, workers: 0 })
    await enter(page, 'organisation_member')
    await page.goto(site.url + newRequest)
    await page.waitForTimeout(300)
    expect(await title(page)).to.equal('')
    await context.close()
  })

  it('belongs to one account: another person on the same device does not find it', async () => {
    const [context, page] = await member()
    await type(page, 'De una persona y no de otra')
    await context.clearCookies()
    await site.server.user('other_organisation_member')
    await page.goto(`${site.url}/es/entrar`)
    await enter(page, 'other_organisation_member')
    await page.goto(site.url + newRequest)
    await page.waitForTimeout(300)
    expect(await title(page)).to.equal('')
    await context.close()
  })
})
