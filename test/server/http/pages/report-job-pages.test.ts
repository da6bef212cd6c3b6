import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { expect } from 'chai'
import { calendarDate } from '../../../../server/domain/calendar/calendar-date.ts'
import { aRequest } from '../../../support/request-builder.ts'
import { addSides, testServer, type TestServer } from '../../../support/test-server.ts'
import { hiddenIn, post, visitor, type Visitor } from './pages-server.ts'

const form = '/es/informe'
const query = '?desde=01/01/2024&hasta=30/06/2024&al=15/07/2024'
const never = `${form}/trabajos/${randomUUID()}`

describe('a report asked for on its page', function () {
  this.timeout(60_000)
  let server: TestServer
  let regulator: Visitor
  let coordinator: Visitor

  before(async () => {
    server = await testServer({ now: '2024-07-15' })
    await addSides(server)
    await server.context.stores.requests.add(aRequest({ received: '2024-02-05' }))
    regulator = await visitor(server, 'regulator')
    coordinator = await visitor(server, 'coordinator')
  })
  after(() => server.close())

  async function send(values: Readonly<Record<string, string>>) {
    const page = (await regulator.get(`${form}${query}`)).text
    return post(regulator.agent, form, { ...askingIn(page), ...values })
  }

  async function ask(values: Readonly<Record<string, string>> = {}): Promise<string> {
    const answer = await send(values)
    expect(answer.status).to.equal(303)
    return String(answer.get('location'))
  }

  async function ended(address: string): Promise<string> {
    for (;;) {
      const answer = await regulator.get(address)
      expect(answer.status).to.equal(200)
      if (!answer.get('refresh')) return answer.text
      await setTimeout(100)
    }
  }

  it('leads to its page, which refreshes itself until the files are there', async () => {
    const address = await ask({ papel: 'LETTER' })
    expect(address).to.match(/^\/es\/informe\/trabajos\/[0-9a-f-]{36}$/)
    const page = await ended(address)
    expect(page)
      .to.include('El informe está listo')
      .and.include('Del 1 de enero de 2024 al 30 de junio de 2024')
    const expected = { pdf: 'application/pdf', xlsx: 'application/vnd.openxml', cases: 'text/csv' }
    for (const [kind, type] of Object.entries({ ...expected, figures: 'application/json' })) {
      expect(page, kind).to.include(`href="${address}/${kind}"`)
      const file = await regulator.get(`${address}/${kind}`).buffer(true)
      expect([file.status, file.get('content-type')?.startsWith(type)], kind).to.eql([200, true])
      expect(file.get('content-disposition'), kind).to.match(/^attachment; filename=.*2024-01-01_2024-06-30/)
    }
    // A Letter page is 612 points wide (8.5 inches), an A4 page 595.28.
    const pdf = await regulator.get(`${address}/pdf`).buffer(true)
    const job = await regulator.get(`/api/v1/reports/${address.split('/').at(-1)}`)
    expect([job.body.size, pdf.body.length]).to.eql(['LETTER', job.body.files[0].size])
    expect((await regulator.get(form)).text).to.include(`href="${address}"`)
  })

  it('is shown to nobody else, and to a stranger after signing in', async () => {
    const address = await ask()
    for (const path of [address, `${address}/pdf`]) {
      expect((await coordinator.get(path)).status, path).to.equal(404)
      expect((await server.anonymous.get(path)).status, path).to.equal(302)
    }
    expect((await coordinator.get(form)).text).to.not.include(address)
    const fields = askingIn((await coordinator.get(`${form}${query}`)).text)
    expect((await post(coordinator.agent, `${address}/cancelar`, fields)).status).to.equal(404)
    expect(await ended(address)).to.include('El informe está listo')
  })

  it('is refused to who may make none, and an address that is none is no page', async () => {
    const admin = await visitor(server, 'system_admin')
    expect((await admin.get(form)).status).to.equal(403)
    const fields = { ...hiddenIn((await admin.get('/es/cuenta')).text, '/es/salir'), desde: '1/1/2024' }
    expect((await post(admin.agent, form, fields)).status).to.equal(403)
    const ours = await ask()
    await ended(ours)
    for (const path of [never, `${form}/trabajos/42`, `${never}/pdf`, `${ours}/docx`])
      expect((await regulator.get(path)).status, path).to.equal(404)
  })

  it('is cancelled by a button, says so, and is asked again by another', async () => {
    const address = await ask({ hasta: '2024-05-31' })
    const page = (await regulator.get(address)).text
    const cancelled = await post(
      regulator.agent,
      `${address}/cancelar`,
      hiddenIn(page, `${address}/cancelar`),
    )
    expect([cancelled.status, cancelled.get('location')]).to.eql([303, address])
    const after = await ended(address)
    expect(after).to.include('El informe se canceló').and.not.include(`${address}/pdf`)
    expect((await regulator.get(`${address}/pdf`)).status).to.equal(409)
    const again = await post(regulator.agent, form, askingIn(after))
    expect(again.status).to.equal(303)
    expect(again.get('location')).to.not.equal(address)
    expect(await ended(String(again.get('location')))).to.include('al 31 de mayo de 2024')
  })

  it('does not refresh itself once that was asked', async () => {
    const address = await ask({ hasta: '2024-04-30' })
    const still = await regulator.get(`${address}?actualizar=no`)
    expect(still.get('refresh')).to.equal(undefined)
    await post(regulator.agent, `${address}/cancelar`, hiddenIn(still.text, `${address}/cancelar`))
  })

  const failures: readonly [code: string, details: Record<string, string>, words: string][] = [
    [
      'missing-glyph',
      { character: '🌽', codePoint: 'U+1F33D', text: 'Semilla de 🌽', place: 'Capacitaciones' },
      '«🌽» (U+1F33D), en «Semilla de 🌽», bajo «Capacitaciones»',
    ],
    ['disk-full', {}, 'No queda espacio en el disco'],
    ['report-worker-ended', {}, 'quizá por falta de memoria'],
    ['of-another-version', {}, 'El informe no se pudo hacer'],
  ]

  for (const [code, details, words] of failures) {
    it(`says why it could not be made, and how to ask again: ${code}`, async () => {
      const { id: userId } = await server.user('regulator')
      const at = server.context.clock.now()
      const day = calendarDate('2024-01-01')
      const id = randomUUID()
      await server.context.stores.reportJobs.add({
        ...{ id, userId, language: 'es', size: 'LETTER', state: 'failed', progress: null, pages: null },
        ...{ from: day, to: day, asOf: day, files: [], error: { code, details } },
        ...{ createdAt: at, heldUntil: at, endedAt: at, expiresAt: new Date(at.getTime() + 60_000) },
      })
      const page = await regulator.get(`${form}/trabajos/${id}`)
      expect([page.status, page.get('refresh')]).to.eql([200, undefined])
      expect(page.text).to.include('El informe no se pudo hacer').and.include(words)
      expect(askingIn(page.text)).to.include({ desde: day, hasta: day, al: day, papel: 'LETTER' })
    })
  }

  const wrong: readonly [title: string, values: Record<string, string>, field: string, words: string][] = [
    ['a day that does not exist', { desde: '30/02/2024' }, 'desde', 'Desde: escriba una fecha real'],
    ['no end', { hasta: '' }, 'hasta', 'Complete: Hasta'],
    ['an end before the beginning', { desde: '01/07/2024' }, 'hasta', 'termina antes de empezar'],
    ['a cut-off to come', { al: '01/01/2030' }, 'al', 'la fecha no puede ser posterior a hoy'],
    ['words for a day', { al: 'ayer' }, 'al', 'Datos al: escriba una fecha real'],
  ]

  for (const [title, values, field, words] of wrong) {
    it(`${title}: comes back as the form, which says so twice and keeps what was typed`, async () => {
      const sent = { desde: '01/01/2024', hasta: '30/06/2024', papel: 'LETTER', ...values }
      const answer = await send(sent)
      expect(answer.status).to.equal(422)
      const summary = new RegExp(`<a href="#f-${field}">([^<]*)</a>`).exec(answer.text)?.[1]
      expect(summary).to.include(words)
      expect(new RegExp(`id="e-${field}">([^<]*)<`).exec(answer.text)?.[1]).to.equal(summary)
      for (const typed of Object.values(sent).filter(Boolean))
        expect(answer.text).to.include(`value="${typed}"`)
      const english = await regulator.get('/en/informe')
      expect(english.text).to.include('Activity 4').and.include(`value="${sent.desde}"`)
    })
  }

  it('keeps the paper that was chosen while the days are mended', async () => {
    const page = await regulator.get(`${form}${query}&papel=LETTER`)
    expect(page.text).to.match(/value="LETTER" checked/)
    expect((await regulator.get(`${form}${query}`)).text).to.match(/value="A4" checked/)
  })
})

/** Of the form that asks for the report: the one that chooses the period has the same address. */
function askingIn(html: string): Record<string, string> {
  return hiddenIn(
    /<form[^>]*method="post" action="\/es\/informe"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '',
    form,
  )
}
