import { expect } from 'chai'
import { addSides, testServer, type TestServer } from '../../../support/test-server.ts'
import { visitor, type Visitor } from './pages-server.ts'

const downloads = ['casos.csv', 'cifras.json', 'actividad-4.pdf'] as const

describe('the page of the report, asked for what cannot be', () => {
  let server: TestServer
  let regulator: Visitor

  before(async () => {
    server = await testServer({ now: '2026-02-02T15:00:00Z' })
    await addSides(server)
    regulator = await visitor(server, 'regulator')
  })

  after(() => server.close())

  const year = 'desde=01/01/2025&hasta=31/12/2025'

  const wrong: readonly [title: string, query: string, field: string, words: string][] = [
    [
      'ends before it begins',
      'desde=01/03/2026&hasta=01/02/2026',
      'hasta',
      'Hasta: el período termina antes de empezar. Escriba el 01/03/2026 o un día posterior',
    ],
    [
      'a day that does not exist',
      'desde=30/02/2026&hasta=01/03/2026',
      'desde',
      'Desde: escriba una fecha real, por ejemplo 20/11/2026',
    ],
    ['half a period', 'desde=01/01/2026', 'hasta', 'Complete: Hasta'],
    ['the other half', 'hasta=01/01/2026', 'desde', 'Complete: Desde'],
    ['a cut-off alone', 'al=xyz', 'al', 'Datos al: escriba una fecha real, por ejemplo 20/11/2026'],
    [
      'a number',
      'desde=20250101&hasta=2025',
      'hasta',
      'Hasta: escriba una fecha real, por ejemplo 20/11/2026',
    ],
    [
      'a day given twice',
      `${year}&hasta=30/11/2025`,
      'hasta',
      'Hasta: escriba una fecha real, por ejemplo 20/11/2026',
    ],
    [
      'before the law',
      'desde=01/01/2001&hasta=31/12/2001',
      'desde',
      'Desde: Los días hábiles se conocen desde',
    ],
    [
      'past the calendar',
      'desde=01/01/2025&hasta=31/12/9999',
      'hasta',
      'Hasta: Los días hábiles se conocen del',
    ],
    ['a cut-off to come', `${year}&al=01/01/2030`, 'al', 'Datos al: la fecha no puede ser posterior a hoy'],
  ]

  for (const [title, query, field, words] of wrong) {
    it(`${title}: says so twice in the same words, by the name that the field has`, async () => {
      const page = await regulator.get(`/es/informe?${query}`)
      expect(page.status).to.equal(422)
      expect(inSummary(page.text, field)).to.include(words)
      expect(besideField(page.text, field)).to.equal(inSummary(page.text, field))
      expect(page.text).to.not.match(/>(to|from|asOf):/)
    })

    it(`${title}: answers a download with the same form and the same words`, async () => {
      const page = await regulator.get(`/es/informe?${query}`)
      for (const name of downloads) {
        const answer = await regulator.get(`/es/informe/${name}?${query}`)
        expect([answer.status, answer.get('content-type')]).to.eql([422, 'text/html; charset=utf-8'])
        expect(inSummary(answer.text, field)).to.include(words).and.equal(inSummary(page.text, field))
      }
    })
  }

  it('keeps what was typed, and leaves out of account what it does not know', async () => {
    const page = await regulator.get('/es/informe?desde=30/02/2026&hasta=01/03/2026&pagina=7')
    expect(page.text).to.include('value="30/02/2026"').and.include('value="01/03/2026"')
    const known = await regulator.get(`/es/informe?${year}&pagina=7&formato=ods`)
    expect(known.status).to.equal(200)
    expect(known.text).to.include('Cifras del período')
  })

  it('says them in English on the English page', async () => {
    const page = await regulator.get('/en/informe?desde=01/03/2026&hasta=01/02/2026')
    expect(inSummary(page.text, 'hasta')).to.include('To: the period ends before it begins')
  })
})

function inSummary(html: string, field: string): string {
  return new RegExp(`<a href="#f-${field}">([^<]*)</a>`).exec(html)?.[1] ?? 'not in the summary'
}

function besideField(html: string, field: string): string {
  return new RegExp(`id="e-${field}">([^<]*)<`).exec(html)?.[1] ?? 'not beside the field'
}
