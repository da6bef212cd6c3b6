import { expect } from 'chai'
import { runDueSlots } from '../../../server/jobs/run-due-slots.ts'
import { anInstitution, aRequest } from '../../support/request-builder.ts'
import { testServer, type TestServer } from '../../support/test-server.ts'

describe('/api/v1/notifications', () => {
  let server: TestServer

  beforeEach(async () => {
    server = await testServer({ now: '2026-02-02T09:00:00-06:00' })
    const { stores } = server.context
    await stores.institutions.addMissing([anInstitution()])
    await server.user('uip_officer')
    await server.user('organisation_member')
    await stores.requests.add(aRequest({ id: 'r1', reference: 'EJ-2026-1' }))
    await runDueSlots(server.context, { owner: 'test' })
  })
  afterEach(() => server.close())

  it('are not for those who are not signed in', async () => {
    await server.anonymous.get('/api/v1/notifications').expect(401)
    await server.anonymous.get('/api/v1/messages').expect(401)
  })

  it('are one’s own, in the reader’s language, with the legal step', async () => {
    const officer = await server.signIn('uip_officer')
    const { body } = await officer.get('/api/v1/notifications').expect(200)
    expect(body).to.deep.include({ unread: 1, next: null })
    expect(body.items[0]).to.deep.include({
      rule: 'filed',
      requestId: 'r1',
      subject: 'Solicitud EJ-2026-1: nueva solicitud',
      article: '41',
      readAt: null,
    })
    const member = await server.signIn('organisation_member')
    expect((await member.get('/api/v1/notifications').expect(200)).body.items).to.deep.equal([])
  })

  it('are marked as read by nobody but their reader', async () => {
    const officer = await server.signIn('uip_officer')
    const { id } = (await officer.get('/api/v1/notifications')).body.items[0]
    const member = await server.signIn('organisation_member')
    await member.send('post', `/api/v1/notifications/${id}/read`).expect(404)
    await officer.send('post', `/api/v1/notifications/${id}/read`).expect(200)
    const unread = await officer.get('/api/v1/notifications?unread=true').expect(200)
    expect(unread.body).to.deep.equal({ items: [], next: null, unread: 0 })
  })

  it('are marked as read all at once', async () => {
    const officer = await server.signIn('uip_officer')
    const marked = await officer.send('post', '/api/v1/notifications/read').expect(200)
    expect(marked.body).to.deep.equal({ marked: 1 })
    expect((await officer.get('/api/v1/notifications')).body.unread).to.equal(0)
  })

  it('stay in the outbox for whoever runs the site, without the words of the request', async () => {
    const admin = await server.signIn('system_admin')
    const { body } = await admin.get('/api/v1/messages').expect(200)
    expect(body.items).to.have.length(1)
    expect(body.items[0]).to.include({
      state: 'kept',
      recipientId: 'user-uip_officer',
      reference: 'EJ-2026-1',
    })
    expect(JSON.stringify(body)).to.not.include('Contratos de obra')
    const officer = await server.signIn('uip_officer')
    await officer.get('/api/v1/messages').expect(403)
  })
})
