import { expect } from 'chai'
import { annualReport } from '../../../../server/reports/annual-report.ts'
import { anAct, anInstitution, aRequest, member, officer } from '../../../support/request-builder.ts'
import type { TestUser } from '../../../support/test-server.ts'
import { addSides, sides, testServer, type TestServer } from '../../../support/test-server.ts'
import { visitor } from './pages-server.ts'

const refusal = {
  outcome: 'negativa_confidencial',
  reasoning: 'Es confidencial.',
  grounds: [],
  article: '22',
  classificationResolution: null,
  costQuetzales: 0,
} as const

describe('the draft of the year’s report', () => {
  let server: TestServer

  before(async () => {
    server = await testServer({ now: '2026-04-15' })
    await addSides(server)
    const { requests, institutions } = server.context.stores
    await institutions.addMissing([anInstitution({ id: 'vacía' })])
    const admitted = { actor: officer, acts: [anAct('admitted', '2026-02-03', { caseNumber: null })] }
    await requests.add(aRequest({ id: 'callada', received: '2026-02-02' }))
    await requests.add(
      aRequest({
        ...{ id: 'negada', received: '2026-02-02' },
        then: [
          admitted,
          {
            actor: officer,
            acts: [
              anAct('extended', '2026-02-12', { days: 5, motive: 'Mil folios.' }),
              anAct('resolved', '2026-02-17', refusal),
              anAct('notified', '2026-02-18', { means: 'correo' }),
            ],
          },
          { actor: member, acts: [anAct('review_filed', '2026-02-25', { ground: '54', text: 'No lo es.' })] },
        ],
      }),
    )
    await requests.add(
      aRequest({
        ...{ id: 'por-notificar', received: '2026-02-02' },
        then: [
          admitted,
          {
            actor: officer,
            acts: [anAct('resolved', '2026-02-10', { ...refusal, outcome: 'entrega_total', article: null })],
          },
        ],
      }),
    )
    await requests.add(aRequest({ id: 'de-antes', received: '2025-11-03' }))
    await requests.add(
      aRequest({ id: 'ajena', received: '2026-02-02', institutionId: sides.otherInstitution }),
    )
  })

  after(() => server.close())

  it('counts the eight things from the record, each with its cases', async () => {
    const actor = { ...officer, institutionId: sides.institution }
    const { items, count, gaps, dueOn, year, asOf } = await annualReport(server.context, actor, null)
    expect({ count, dueOn, year, asOf }).to.eql({
      ...{ count: 3, dueOn: '2027-01-29', year: 2026, asOf: '2026-04-15' },
    })
    const sizes = (parts: typeof items.results) =>
      Object.fromEntries(parts.map(part => [part.key, part.cases.length]).filter(([, size]) => size !== 0))
    expect(sizes(items.received)).to.eql({ access: 3 })
    expect(sizes(items.results)).to.eql({ entrega_total: 1, negativa_confidencial: 1, pendiente: 1 })
    expect(items.days).to.eql({ n: 1, median: 12, mean: 12, max: 12 })
    const lists = ['pending', 'extended', 'dismissed', 'withheld', 'challenged'] as const
    expect(lists.map(name => items[name].map(({ id }) => id))).to.eql([
      ...[['callada'], ['negada'], [], ['negada'], ['negada']],
    ])
    expect(gaps.map(({ gap, cases }) => `${gap}: ${cases.map(({ id }) => id).join()}`)).to.eql([
      ...['vencidas: callada', 'sin_notificar: por-notificar', 'negativa_sin_motivo: negada'],
    ])
  })

  it('shows a year as its last day left it', async () => {
    const officerPage = await visitor(server, 'uip_officer')
    const past = (await officerPage.get('/es/informe-anual?anio=2025')).text
    expect(past).to.include('31 de diciembre de 2025').and.include('EJ-de-antes')
    expect(past).to.include('viernes 30 de enero de 2026')
    const empty = (await officerPage.get('/es/informe-anual?anio=2024')).text
    expect(empty).to.include('No hay solicitudes del año que informar')
    const now = (await officerPage.get('/es/informe-anual')).text
    expect(now).to.include('EJ-callada').and.not.include('EJ-ajena').and.not.include('EJ-de-antes')
  })

  it('has no year of which nothing can be known', async () => {
    const there = await visitor(server, 'uip_head')
    for (const year of ['2008', '2027', '20.5', 'ayer', '1e3', '-1', '%00'])
      expect((await there.get(`/es/informe-anual?anio=${year}`)).status, year).to.equal(404)
    expect((await there.get('/es/informe-anual?anio=')).status).to.equal(200)
  })

  it('is the unit’s own', async () => {
    const closed: readonly TestUser[] = ['organisation_admin', 'regulator', 'coordinator', 'system_admin']
    for (const who of closed)
      expect((await (await visitor(server, who)).get('/es/informe-anual')).status, who).to.equal(403)
    expect((await (await visitor(server, null)).get('/es/informe-anual')).status).to.equal(302)
    const other = (await (await visitor(server, 'other_uip_officer')).get('/es/informe-anual')).text
    expect(other).to.include('EJ-ajena').and.not.include('EJ-callada')
  })
})
