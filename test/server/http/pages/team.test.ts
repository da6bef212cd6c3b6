import { expect } from 'chai'
import { addSides, emailOf, testServer, type TestServer } from '../../../support/test-server.ts'
import { hiddenIn, post, visitor, type Visitor } from './pages-server.ts'

describe('the team', () => {
  let server: TestServer
  let admin: Visitor

  before(async () => {
    server = await testServer({ now: '2026-02-02T15:00:00Z' })
    await addSides(server)
    await server.user('organisation_member')
    await server.user('other_organisation_member')
    admin = await visitor(server, 'organisation_admin')
  })

  after(() => server.close())

  const member = '/es/equipo/user-organisation_member'

  it('is listed with the day of the last sign-in, its own side alone', async () => {
    const page = (await admin.get('/es/equipo').expect(200)).text
    expect(page).to.include(emailOf('organisation_member')).and.to.include('02 feb 2026')
    expect(page).to.not.include(emailOf('other_organisation_member'))
  })

  it('gets a new member with a one-time password, and the same form makes one', async () => {
    const values = {
      name: 'Nueva persona',
      email: 'nueva@ejemplo.test',
      role: 'organisation_member',
      language: 'es',
    }
    const made = await admin.send('/es/equipo', values)
    expect(made.status).to.equal(201)
    expect(made.text).to.match(/class="secret">[^<]{12,}</)
    const again = await admin.send('/es/equipo', values)
    expect(again.status).to.equal(422)
    expect(again.text).to.include('Ya hay una cuenta con ese correo')
  })

  it('changes a name and a role, and keeps what was typed where somebody was quicker', async () => {
    const done = await admin.send(member, { name: 'Otro nombre', role: 'organisation_admin' })
    expect(done.headers.location).to.equal(member)
    expect((await admin.get(member)).text).to.include('Cuenta de Otro nombre guardada')
    const stale = await admin.send(member, { name: 'Con prisa', role: 'organisation_admin', version: '1' })
    expect(stale.status).to.equal(422)
    expect(stale.text).to.include('Con prisa').and.to.include('href="#f-name"')
    const empty = await admin.send(member, { name: '' })
    expect(empty.status).to.equal(422)
  })

  it('closes an account and its sessions, and opens it again', async () => {
    const person = await visitor(server, 'organisation_member')
    await person.get('/es/inicio').expect(200)
    await admin.send(`${member}/desactivar`, {}, member)
    await person.get('/es/inicio').expect(302)
    expect((await admin.get(member)).text).to.include('Activar la cuenta')
    await admin.send(`${member}/activar`, {}, member)
    expect((await admin.get(member)).text).to.include('Desactivar la cuenta')
  })

  it('makes a new one-time password, shown once', async () => {
    const reset = await admin.send(`${member}/clave`, {}, member)
    expect(reset.status).to.equal(200)
    const password = /class="secret">([^<]+)</.exec(reset.text)?.[1] ?? ''
    expect((await admin.get(member)).text).to.not.include(password)
    const person = await visitor(server, null)
    const signedIn = await person.send('/es/entrar', { email: emailOf('organisation_member'), password })
    expect(signedIn.headers.location).to.equal('/es/cuenta')
  })

  it('lets nobody change their own rights or reset their own way in', async () => {
    const own = '/es/equipo/user-organisation_admin'
    const page = (await admin.get(own).expect(200)).text
    expect(page).to.not.include('name="role"').and.to.not.include('/desactivar')
    await admin.send(own, { name: 'Yo', role: 'organisation_member' })
    expect((await server.context.stores.users.find('user-organisation_admin'))?.role).to.equal(
      'organisation_admin',
    )
    expect((await admin.send(`${own}/clave`, { version: '2' }, own)).status).to.equal(403)
  })

  it('moves nobody to another side, and shows nobody of one', async () => {
    await admin.send(member, { name: 'Igual', role: 'organisation_admin', organisationId: 'org-quetzal' })
    expect((await server.context.stores.users.find('user-organisation_member'))?.organisationId).to.equal(
      'org-ceiba',
    )
    const other = '/es/equipo/user-other_organisation_member'
    await admin.get(other).expect(404)
    const token = { ...hiddenIn((await admin.get(member)).text, `${member}/desactivar`), version: '1' }
    expect((await post(admin.agent, `${other}/desactivar`, token)).status).to.equal(404)
    const plain = await visitor(server, 'other_organisation_member')
    await plain.get('/es/equipo').expect(403)
    await plain.get(member).expect(403)
    await server.anonymous.get('/es/equipo').expect(302)
  })

  it('is the unit’s for its head, and everybody’s for the administrator', async () => {
    await server.user('uip_officer')
    const head = await visitor(server, 'uip_head')
    expect((await head.get('/es/equipo')).text).to.include(emailOf('uip_officer'))
    const root = await visitor(server, 'system_admin')
    const page = (await root.get('/es/usuarios/user-other_organisation_member').expect(200)).text
    expect(page).to.include('name="organisationId"').and.to.include('name="role"')
    const moved = await root.send('/es/usuarios/user-other_organisation_member', {
      name: 'Quien sea',
      role: 'regulator',
      organisationId: 'org-quetzal',
    })
    expect(moved.status).to.equal(422)
    expect(moved.text).to.include('href="#f-role"')
  })
})
