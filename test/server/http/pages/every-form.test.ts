import { expect } from 'chai'
import type { Response } from 'supertest'
import { addSides, sides, testServer, type TestServer, type TestUser } from '../../../support/test-server.ts'
import {
  fieldsIn,
  hiddenIn,
  languageButton,
  post,
  switchLanguage,
  visitor,
  type Visitor,
} from './pages-server.ts'

const people = [
  null,
  'organisation_member',
  'organisation_admin',
  'uip_officer',
  'uip_head',
  'regulator',
  'coordinator',
  'system_admin',
] as const satisfies readonly (TestUser | null)[]

const mostPages = 70

/** Whatever a person can reach by links, and every form there sent as it stands. */
describe('every page that links lead to', function () {
  this.timeout(120_000)
  let server: TestServer

  before(async () => {
    server = await testServer({ now: '2026-02-02T15:00:00Z' })
    await addSides(server)
    const member = await visitor(server, 'organisation_member')
    for (const title of ['Contratos de limpieza', 'Viáticos del trimestre']) {
      const answer = await member.send('/es/solicitudes/nueva', {
        ...{ institutionId: sides.institution, kind: 'access', title, body: `${title}: copia.` },
        ...{ channel: 'electronica', receivedOn: '2/2/2026', evidenceKind: 'correo' },
      })
      expect(answer.status).to.equal(303)
    }
  })

  after(() => server.close())

  for (const who of people) {
    it(`opens for ${who ?? 'a stranger'}, and its forms say what is missing twice and keep what is typed`, async () => {
      const here = await visitor(server, who)
      const pages = await pagesFor(here)
      expect(pages.size).to.be.greaterThan(who === null ? 8 : 12)
      const faults: string[] = []
      // Before any of them is sent, which may end what the next one asks for.
      for (const [path, html] of pages) faults.push(...(await lostFrom(here, path, html)))
      for (const [path, html] of pages) {
        for (const action of formsIn(html)) faults.push(...(await faultsOf(here, { path, html, action })))
      }
      expect(faults).to.eql([])
    })
  }
})

/** By their addresses, one of each kind: of a hundred requests one is opened. */
async function pagesFor(here: Visitor): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>()
  const kinds = new Set<string>()
  const waiting = ['/es', '/es/solicitudes']
  for (let path = waiting.shift(); path !== undefined && pages.size < mostPages; path = waiting.shift()) {
    const answer = await here.get(path).redirects(2)
    expect([200, 404].includes(answer.status) || path, `${path} answered ${answer.status}`).to.equal(true)
    const html = answer.text ?? ''
    if (!html.startsWith('<!doctype html>')) continue
    pages.set(path, html)
    for (const [, address = ''] of html.matchAll(/<a [^>]*href="(\/es[^"#]*)"/g)) {
      const plain = address.split('?')[0] ?? ''
      const kind = plain
        .replace(/[0-9a-f]{8}[0-9a-f-]{10,}|inst-\w+/g, '*')
        .replace(/(instituciones)\/[\w-]+$/, '$1/*')
      if (kinds.has(kind) || /\.(pdf|csv|json|xlsx|docx|svg|ics|atom|zip)$/.test(plain)) continue
      kinds.add(kind)
      waiting.push(plain)
    }
  }
  return pages
}

/** Forms to fill in; one that is only a button does what it says, and signing out would end the round. */
function formsIn(html: string): readonly string[] {
  const forms = html.matchAll(/<form (?:id="[^"]+" )?class="form"[^>]*method="post" action="([^"]+)"/g)
  return [...new Set([...forms].map(([, action = '']) => action))]
}

interface Sending {
  readonly path: string
  readonly html: string
  readonly action: string
}

async function faultsOf(here: Visitor, { path, html, action }: Sending): Promise<readonly string[]> {
  const answer = await sendEmpty(here, html, action)
  const where = `${action} (on ${path})`
  if (![200, 201, 303, 409, 422].includes(answer.status)) return [`${where} answered ${answer.status}`]
  if (answer.status !== 422) return []
  const summary = /<section class="errors"[\s\S]*?<\/section>/.exec(answer.text)?.[0] ?? ''
  const links = [...summary.matchAll(/<a href="#f-([^"]+)">([^<]*)<\/a>/g)]
  if (links.length === 0) return [`${where}: 422 without a summary`]
  const twin = (await switchLanguage(here, answer.text)).status
  if (twin !== 200 && twin !== 409) return [`${where}: its page in English answers ${twin}`]
  return links.flatMap(([, field = '', words = '']) => {
    const beside = new RegExp(`id="e-${field}">([^<]*)<`).exec(answer.text)?.[1] ?? 'nothing'
    const isRaw = words.startsWith(`${field}:`)
    return [
      ...(beside === words ? [] : [`${where}: "${words}" in the summary, "${beside}" beside ${field}`]),
      ...(isRaw ? [`${where}: calls a field ${field}`] : []),
    ]
  })
}

/** What stands in a form that was never sent, and is not on its page in the other language. */
async function lostFrom(here: Visitor, path: string, html: string): Promise<readonly string[]> {
  const { id } = languageButton(html)
  if (id === '') return isWritten(html) ? [`${path}: its text does not go along to the other language`] : []
  const typed = Object.fromEntries(writtenIn(html, id).map((name, at) => [name, `Texto ${at} <a medias>`]))
  const there = await switchLanguage(here, html, typed)
  if (there.status !== 200 || !there.text.includes('<html lang="en"'))
    return [`${path}: the other language answers ${there.status}`]
  const shown = fieldsIn(there.text, languageButton(there.text).id)
  return Object.entries(typed)
    .filter(([name, text]) => shown[name]?.[0] !== text)
    .map(([name]) => `${path}: ${name} was lost on the way to the other language`)
}

/** The boxes of a form in which people write; what is typed into a password's is carried nowhere. */
function writtenIn(html: string, id: string): readonly string[] {
  const form = new RegExp(`<form id="${id}"[^>]*>([\\s\\S]*?)</form>`).exec(html)?.[1] ?? ''
  const boxes = form.matchAll(/<(?:textarea|input(?=[^>]*type="(?:text|email|search)"))[^>]*name="([^"]+)"/g)
  return [...boxes].map(([, name = '']) => name)
}

/** A form of a page with a box to write in; codes and passwords apart. */
function isWritten(html: string): boolean {
  return [...html.matchAll(/<form id="([^"]+)" class="form\b/g)].some(([, id = '']) =>
    writtenIn(html, id).some(name => name !== 'code'),
  )
}

/** As a browser sends it: a form with a file in parts. */
function sendEmpty({ agent }: Visitor, html: string, action: string): Promise<Response> {
  const fields = hiddenIn(html, action)
  if (!html.includes(`action="${action}" enctype="multipart/form-data"`)) return post(agent, action, fields)
  // A stranger's token is empty, and stands in the page without a value.
  const sending = agent.post(action).field('_csrf', fields._csrf ?? '')
  for (const [name, value] of Object.entries(fields)) if (name !== '_csrf') sending.field(name, value)
  return Promise.resolve(sending)
}
