import { expect } from 'chai'
import { canonicalAddress } from '../../../server/domain/list-address.ts'
import { queueViewSummaries } from '../../../server/jobs/view-summaries.ts'
import { aRequest } from '../../support/request-builder.ts'
import { addSides, sides, testServer, type SignedIn, type TestServer } from '../../support/test-server.ts'
import { hiddenIn, post, visitor } from '../http/pages/pages-server.ts'

const path = '/api/v1/saved-views'

describe('the address of a list', () => {
  const cases: readonly [string, string][] = [
    ['?vista=vencidas&institucion=mem', 'vista=vencidas&institucion=mem'],
    ['institucion=mem&vista=vencidas&cursor=abc&utm=x', 'vista=vencidas&institucion=mem'],
    ['q=%20obras%20&estado=', 'q=obras'],
    ['', ''],
  ]
  for (const [given, kept] of cases) {
    it(`${given || 'of everything'} is kept as ${kept || 'nothing'}`, () => {
      expect(canonicalAddress(new URLSearchParams(given))).to.equal(kept)
    })
  }
})

describe('saved views', () => {
  let server: TestServer
  let member: SignedIn
  let other: SignedIn

  before(async () => {
    server = await testServer({ now: '2026-02-18' })
    await addSides(server)
    const { requests } = server.context.stores
    await requests.add(aRequest({ id: 'late', title: 'Obras de agua' }))
    await requests.add(aRequest({ id: 'fresh', received: '2026-02-16' }))
    await requests.add(aRequest({ id: 'theirs', organisationId: sides.otherOrganisation }))
    member = await server.signIn('organisation_member')
    other = await server.signIn('other_organisation_member')
  })

  after(() => server.close())

  const save = (as: SignedIn, body: object) => as.send('post', path).send(body)

  it('are kept by name, each person’s own', async () => {
    const body = { name: 'Vencidas', query: '?vista=vencidas&cursor=x', mail: 'daily' }
    const { body: view } = await save(member, body).expect(201)
    expect(view).to.include({ name: 'Vencidas', query: 'vista=vencidas', mail: 'daily', hasFeed: false })
    expect(Object.keys(view)).to.not.include.members(['feedHash', 'userId'])
    await other.get(`${path}/${view.id}`).expect(404)
    await other.send('delete', `${path}/${view.id}`).expect(404)
    expect((await other.get(path)).body.items).to.eql([])
    await server.anonymous.get(path).expect(401)
    await server.anonymous.post(path).send(body).expect(401)
  })

  it('change by version, and are removed', async () => {
    const { body: view } = await save(member, { name: 'De paso' }).expect(201)
    const change = (etag: string) => member.send('patch', `${path}/${view.id}`).set('If-Match', etag)
    await change('"7"').send({ mail: 'weekly' }).expect(412)
    expect((await change('"1"').send({ mail: 'weekly' }).expect(200)).body.mail).to.equal('weekly')
    await change('"2"').send({ query: 'otra' }).expect(400)
    await member.send('delete', `${path}/${view.id}`).expect(204)
    await member.get(`${path}/${view.id}`).expect(404)
  })

  for (const bad of [
    {},
    { name: '' },
    { name: 'x'.repeat(90) },
    { name: 'a', mail: 'hourly' },
    { name: { $ne: '' } },
  ]) {
    it(`refuses ${JSON.stringify(bad).slice(0, 40)}`, async () => {
      await save(member, bad).expect(400)
    })
  }

  it('are at most thirty', async () => {
    const officer = await server.signIn('uip_officer')
    for (let n = 0; n < 30; n += 1) await save(officer, { name: `Vista ${n}` }).expect(201)
    await save(officer, { name: 'Una más' }).expect(422)
  })

  it('have a calendar at an address that can be taken back', async () => {
    const { body: view } = await save(member, { name: 'Todo', query: '' }).expect(201)
    const { body: opened } = await member.send('post', `${path}/${view.id}/feed`).expect(201)
    const feed = new URL(opened.url).pathname
    const ics = await server.anonymous.get(feed).expect(200)
    expect(ics.headers['content-type']).to.equal('text/calendar; charset=utf-8')
    expect(ics.text).to.include('BEGIN:VCALENDAR').and.to.include('X-WR-CALNAME:Todo')
    expect(ics.text.match(/BEGIN:VEVENT/g)).to.have.length(2)
    expect(ics.text).to.include('UID:late-').and.to.not.include('theirs')
    expect(ics.text).to.include('DTSTART;VALUE=DATE:20260302')
    const { body: renewed } = await member.send('post', `${path}/${view.id}/feed`).expect(201)
    await server.anonymous.get(feed).expect(404)
    await server.anonymous.get(new URL(renewed.url).pathname).expect(200)
    await other.send('delete', `${path}/${view.id}/feed`).expect(404)
    await member.send('delete', `${path}/${view.id}/feed`).expect(200)
    await server.anonymous.get(new URL(renewed.url).pathname).expect(404)
    for (const wrong of ['x.ics', `${'a'.repeat(43)}.ics`, '..%2f.ics'])
      await server.anonymous.get(`/es/calendario/${wrong}`).expect(404)
  })

  it('show nothing more once their owner’s account is closed', async () => {
    const regulator = await server.signIn('regulator')
    const { body: view } = await save(regulator, { name: 'País' }).expect(201)
    const { body: opened } = await regulator.send('post', `${path}/${view.id}/feed`).expect(201)
    const { id, version } = (await server.context.stores.users.find(regulator.user.id)) ?? {
      id: '',
      version: 0,
    }
    await server.context.stores.users.change(id, version, { active: false })
    await server.anonymous.get(new URL(opened.url).pathname).expect(404)
  })

  it('go by form without scripts, from the list and back to it', async () => {
    const page = await visitor(server, 'organisation_member')
    expect((await page.get('/es/solicitudes?vista=vencidas')).text).to.include(
      '/es/vistas/nueva?vista=vencidas',
    )
    const form = '/es/vistas/nueva?vista=vencidas&estado=vencida_ficta'
    const wrong = await page.send('/es/vistas/nueva', { name: '', mail: 'daily' }, form)
    expect(wrong.status).to.equal(422)
    expect(wrong.text).to.include('href="#f-name"').and.to.include('Vencidas')
    const sent = {
      ...hiddenIn((await page.get(form)).text, '/es/vistas/nueva'),
      name: 'Las mías',
      mail: 'never',
    }
    expect((await post(page.agent, '/es/vistas/nueva', sent)).status).to.equal(303)
    expect((await post(page.agent, '/es/vistas/nueva', sent)).status).to.equal(303)
    const list = (await page.get('/es/vistas')).text
    expect(list.match(/Las mías<\/a>/g)).to.have.length(1)
    expect(list).to.include('/es/solicitudes?vista=vencidas&amp;estado=vencida_ficta')
    const id =
      /href="\/es\/vistas\/([0-9a-f]{32})"[^>]*>Cambiar<span class="hidden"> Las mías/.exec(list)?.[1] ?? ''
    const opened = await page.send(`/es/vistas/${id}/calendario`, { act: 'open' }, `/es/vistas/${id}`)
    expect(opened.text).to.match(/\/es\/calendario\/[\w-]{43}\.ics/)
    await page.send(`/es/vistas/${id}/borrar`, {}, `/es/vistas/${id}`)
    await page.get(`/es/vistas/${id}`).expect(404)
    await server.anonymous.get('/es/vistas').expect(302)
  })
})

describe('the summaries of saved views', () => {
  let server: TestServer
  let member: SignedIn

  before(async () => {
    server = await testServer({ now: '2026-02-18' })
    await addSides(server)
    await server.context.stores.requests.add(aRequest({ id: 'late' }))
    member = await server.signIn('organisation_member')
    const views = [
      { name: 'Diaria', query: 'vista=vencidas', mail: 'daily' },
      { name: 'Semanal', query: '', mail: 'weekly' },
      { name: 'Vacía', query: 'estado=cumplida', mail: 'daily' },
      { name: 'Callada', query: '', mail: 'never' },
    ]
    for (const view of views) await member.send('post', path).send(view).expect(201)
  })

  after(() => server.close())

  async function told(): Promise<string[]> {
    await queueViewSummaries(server.context)
    const { items } = await server.context.stores.outbox.list('pending', { limit: 50, after: null })
    return items.map(({ reference, day }) => `${reference} ${day}`).sort()
  }

  it('are not told of on the day they were saved, and then once a day, and once a week from Monday', async () => {
    expect(await told()).to.eql([])
    server.setNow('2026-02-19')
    expect(await told()).to.eql(['Diaria 2026-02-19'])
    expect(await told()).to.eql(['Diaria 2026-02-19'])
    // Monday's run was missed: Tuesday makes up for the week.
    server.setNow('2026-02-24')
    const once = ['Diaria 2026-02-19', 'Diaria 2026-02-24', 'Semanal 2026-02-23']
    expect(await told()).to.eql(once)
    server.setNow('2026-02-24T23:00:00-06:00')
    expect(await told()).to.eql(once)
    server.setNow('2026-02-25')
    expect(await told()).to.eql([
      'Diaria 2026-02-19',
      'Diaria 2026-02-24',
      'Diaria 2026-02-25',
      'Semanal 2026-02-23',
    ])
  })

  it('lead to the view', async () => {
    const { items } = await server.context.stores.outbox.list('pending', { limit: 50, after: null })
    expect(items.find(({ reference }) => reference === 'Diaria')?.path).to.equal(
      '/solicitudes?vista=vencidas',
    )
  })
})
