import { Agent, request } from 'node:http'
import { latenciesOf, type Called, type Latencies, type Session } from './latency.ts'
import { institutions, leastSides } from './population.ts'

export interface Burst extends Latencies {
  readonly sent: number
  /** Ids of the requests that were acknowledged. */
  readonly ids: readonly string[]
}

const tickMs = 20

/** So many new requests a second for so many seconds, whether or not those before were answered yet. */
export async function burst(
  url: string,
  session: Session,
  { perSecond, seconds, day }: { perSecond: number; seconds: number; day: string },
): Promise<Burst> {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 })
  const due = perSecond * seconds
  const began = performance.now()
  const answers: Promise<Answer>[] = []
  while (answers.length < due) {
    const wanted = Math.min(due, Math.ceil(((performance.now() - began) / 1000) * perSecond))
    while (answers.length < wanted) answers.push(post(agent, url, session, answers.length, day))
    await new Promise(resolve => setTimeout(resolve, tickMs))
  }
  const all = await Promise.all(answers)
  agent.destroy()
  const ids = all.flatMap(({ id }) => (id === null ? [] : [id]))
  return { sent: due, ids, ...latenciesOf(all) }
}

interface Answer extends Called {
  /** Null where it was not acknowledged. */
  readonly id: string | null
}

function post(agent: Agent, url: string, session: Session, at: number, day: string): Promise<Answer> {
  const body = JSON.stringify({
    institutionId: institutions[at % leastSides]?.id,
    title: `Contratos adjudicados por compra directa, número ${at}`,
    body: 'Se pide el listado en formato abierto.',
    received: day,
    evidence: [{ kind: 'portal', note: null }],
  })
  const { cookie, csrf } = session
  const headers = { cookie, 'X-CSRF-Token': csrf, 'Content-Type': 'application/json' }
  const began = performance.now()
  return new Promise(resolve => {
    const ended = (id: string | null) => resolve({ ms: performance.now() - began, cpuMs: 0, id })
    const asked = request(`${url}/api/v1/requests`, { agent, method: 'POST', headers }, answer => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => (text += part))
      answer.on('error', () => ended(null))
      answer.on('end', () => ended(answer.statusCode === 201 ? idIn(text) : null))
    })
    asked.on('error', () => ended(null)).end(body)
  })
}

function idIn(text: string): string | null {
  const { id }: { id: string } = JSON.parse(text)
  return id
}
