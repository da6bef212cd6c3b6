import request, { type Agent } from 'supertest'
import { emailOf, testPassword, type TestServer, type TestUser } from '../../../support/test-server.ts'

/** Somebody at a browser without scripts: forms are filled from the page itself, tokens included. */
export interface Visitor {
  readonly agent: Agent
  get(path: string): request.Test
  /** Opens the page, and sends its form with these values over what stands in it. */
  send(
    path: string,
    values: Readonly<Record<string, string | string[]>>,
    page?: string,
  ): Promise<request.Response>
}

export async function visitor(server: TestServer, who: TestUser | null): Promise<Visitor> {
  const agent = request.agent(server.app)
  const here: Visitor = {
    agent,
    get: path => agent.get(path),
    async send(path, values, page = path) {
      const html = (await agent.get(page)).text
      return post(agent, path, { ...hiddenIn(html, path), ...values })
    },
  }
  if (who === null) return here
  await server.user(who)
  await here.send('/es/entrar', { email: emailOf(who), password: testPassword })
  return here
}

/** As a browser sends it: urlencoded, a list as the name repeated. */
export function post(
  agent: Agent,
  path: string,
  values: Readonly<Record<string, string | string[]>>,
): Promise<request.Response> {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, one)
  }
  return agent.post(path).type('form').send(body.toString())
}

/** The hidden fields of the page's form to that address. */
export function hiddenIn(html: string, path: string): Record<string, string> {
  const action = path.split('?')[0] ?? path
  const form = new RegExp(`<form[^>]*action="${action}"[^>]*>([\\s\\S]*?)</form>`).exec(html)?.[1] ?? ''
  const found = form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, unescape(value)]))
}

/**
 * Presses the switch to the other language, as a browser does: a link is followed, a button sends its form with
 * what stands in it, over which `typed` is written. Where that leads is opened.
 */
export async function switchLanguage(
  { agent }: Visitor,
  html: string,
  typed: Readonly<Record<string, string>> = {},
): Promise<request.Response> {
  const link = /<a class="header-link" href="([^"]+)" hreflang/.exec(html)?.[1]
  if (link !== undefined) return agent.get(unescape(link))
  const { id, address } = languageButton(html)
  const fields = { ...fieldsIn(html, id), ...typed, step: 'language' }
  if (formTag(html, id).includes('method="get"'))
    return agent.get(`${address}?${new URLSearchParams(asPairs(fields))}`)
  const sent = await (formTag(html, id).includes('multipart')
    ? inParts(agent, address, fields)
    : post(agent, address, fields))
  return sent.status === 303 ? agent.get(String(sent.headers.location)) : sent
}

/** The form that the language switch sends, and where it sends it; both '' where it is a link. */
export function languageButton(html: string): { id: string; address: string } {
  const [, id = '', address = ''] =
    /<button class="header-link[^>]*form="([^"]+)" formaction="([^"]+)"/.exec(html) ?? []
  return { id, address: unescape(address) }
}

/** What a form would send as it stands, but for its buttons. */
export function fieldsIn(html: string, id: string): Record<string, string[]> {
  const form = new RegExp(`<form id="${id}"[^>]*>([\\s\\S]*?)</form>`).exec(html)?.[1] ?? ''
  const fields: Record<string, string[]> = {}
  const add = (name: string, value: string) => (fields[name] ??= []).push(unescape(value))
  for (const [tag] of form.matchAll(/<input\b(?:[^>"]|"[^"]*")*>/g)) {
    const isTick = /type="(radio|checkbox)"/.test(tag)
    if (!tag.includes('type="file"') && (!isTick || / checked/.test(tag)))
      add(part(tag, 'name'), part(tag, 'value'))
  }
  for (const [, name = '', text = ''] of form.matchAll(/<textarea\b[^>]*name="([^"]+)"[^>]*>([^<]*)</g))
    add(name, text)
  for (const [, name = '', list = ''] of form.matchAll(
    /<select\b[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g,
  )) {
    const chosen = /<option selected value="([^"]*)"|<option value="([^"]*)" selected/.exec(list)
    add(name, chosen?.[1] ?? chosen?.[2] ?? /value="([^"]*)"/.exec(list)?.[1] ?? '')
  }
  return fields
}

function formTag(html: string, id: string): string {
  return new RegExp(`<form id="${id}"[^>]*>`).exec(html)?.[0] ?? ''
}

function part(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
}

function asPairs(fields: Readonly<Record<string, string | readonly string[]>>): string[][] {
  return Object.entries(fields).flatMap(([name, all]) => [all].flat().map(value => [name, value]))
}

async function inParts(
  agent: Agent,
  address: string,
  fields: Parameters<typeof asPairs>[0],
): Promise<request.Response> {
  const sending = agent.post(address)
  // The token comes first, as in the page: files are taken only after it.
  const pairs = asPairs(fields).sort(([a], [b]) => Number(b === '_csrf') - Number(a === '_csrf'))
  for (const [name = '', value = ''] of pairs) sending.field(name, value)
  return sending
}

function unescape(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
