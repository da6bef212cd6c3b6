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

function unescape(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
