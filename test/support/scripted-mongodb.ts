import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { deserialize, ObjectId, serialize, type Document } from 'bson'

/** A command as a driver sent it, and on which of its connections. */
export interface SentCommand {
  /** `insert`, `find`, …: its first field. */
  readonly name: string
  readonly command: Document
  readonly connection: number
}

/**
 * A member of a MongoDB deployment that says what a test tells it to, over the real wire protocol: for what no
 * engine at hand can be made to do, such as stepping down.
 */
export interface ScriptedMongodb {
  readonly host: string
  /** All that was sent but for what drivers send by themselves: greetings and good-byes. */
  readonly sent: readonly SentCommand[]
  /** What drivers greeted it with. */
  readonly greetings: readonly Document[]
  close(): Promise<void>
}

/** What it answers; null cuts the connection, 'silence' leaves whoever asked waiting. */
export type Answer = Document | 'silence' | null

export interface Script {
  /** Added to the greeting of a standalone server: of a replica set, `{ setName, hosts, primary, … }`. */
  readonly hello?: (host: string) => Document
  /** Default: it knows each command, and nothing is stored. */
  readonly answer?: (sent: SentCommand) => Answer
  /** Ends every connection as soon as something comes on it. */
  readonly hangsUp?: boolean
}

const greeting = new Set(['hello', 'ismaster', 'isMaster'])

export async function scriptedMongodb({
  hello = () => ({}),
  answer = defaultAnswer,
  hangsUp = false,
}: Script = {}): Promise<ScriptedMongodb> {
  const sent: SentCommand[] = []
  const greetings: Document[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  let host = ''

  function reply(command: Document, connection: number): Answer {
    const name = Object.keys(command)[0] ?? ''
    if (greeting.has(name)) {
      greetings.push(command)
      return { ...standalone(), ...hello(host), ok: 1 }
    }
    if (name === 'endSessions') return { ok: 1 }
    const one = { name, command, connection }
    sent.push(one)
    return answer(one)
  }

  const server = createServer(socket => {
    const connection = (connections += 1)
    let waiting = Buffer.alloc(0)
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    socket.on('data', chunk => {
      if (hangsUp) return void socket.destroy()
      waiting = Buffer.concat([waiting, chunk])
      while (waiting.length >= 4 && waiting.length >= waiting.readInt32LE(0)) {
        const message = waiting.subarray(0, waiting.readInt32LE(0))
        waiting = waiting.subarray(message.length)
        const answered = reply(commandIn(message), connection)
        if (answered === null) return void socket.destroy()
        if (answered !== 'silence') socket.write(encoded(message, answered))
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  return {
    host,
    sent,
    greetings,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** What a replica set's member greets with. */
export function memberOf(hosts: readonly string[], primary: string | null, electionId = 1) {
  return (me: string): Document => ({
    ...{ setName: 'vigia', setVersion: 1, hosts: [...hosts], me },
    ...{ isWritablePrimary: me === primary, secondary: me !== primary },
    ...(primary !== null && { primary }),
    ...(me === primary && { electionId: electionOf(electionId) }),
  })
}

export function defaultAnswer({ name, command }: SentCommand): Document {
  const cursor = { id: 0n, ns: `${command.$db}.${command[name]}`, firstBatch: [] }
  if (['find', 'aggregate', 'listIndexes', 'listCollections'].includes(name)) return { ok: 1, cursor }
  if (name === 'findAndModify') return { ok: 1, value: null }
  return { ok: 1, n: Array.isArray(command.documents) ? command.documents.length : 0 }
}

function standalone(): Document {
  return {
    ...{ isWritablePrimary: true, maxBsonObjectSize: 16_777_216, maxMessageSizeBytes: 48_000_000 },
    ...{ maxWriteBatchSize: 100_000, localTime: new Date(0), logicalSessionTimeoutMinutes: 30 },
    ...{ minWireVersion: 0, maxWireVersion: 25, readOnly: false },
  }
}

function electionOf(number: number): ObjectId {
  return new ObjectId(number.toString(16).padStart(24, '0'))
}

const opReply = 1
const opQuery = 2_004
const opMessage = 2_013

/** Of an OP_QUERY, which drivers greet with, or an OP_MSG with its document sequences. */
function commandIn(message: Buffer): Document {
  const isQuery = message.readInt32LE(12) === opQuery
  if (isQuery) return documentAt(message, message.indexOf(0, 20) + 1 + 8).document
  let command: Document = {}
  for (let at = 20; at < message.length;) {
    const kind = message[at]
    if (kind === 0) {
      const { document, end } = documentAt(message, at + 1)
      command = { ...document, ...command }
      at = end
    } else {
      const end = at + 1 + message.readInt32LE(at + 1)
      const nameEnd = message.indexOf(0, at + 5)
      command = {
        ...command,
        [message.toString('utf8', at + 5, nameEnd)]: sequence(message, nameEnd + 1, end),
      }
      at = end
    }
  }
  return command
}

function sequence(message: Buffer, from: number, end: number): Document[] {
  const documents: Document[] = []
  for (let at = from; at < end;) {
    const next = documentAt(message, at)
    documents.push(next.document)
    at = next.end
  }
  return documents
}

function documentAt(message: Buffer, at: number): { document: Document; end: number } {
  const end = at + message.readInt32LE(at)
  return { document: deserialize(message.subarray(at, end), { promoteValues: true }), end }
}

function encoded(asked: Buffer, answer: Document): Buffer {
  const document = Buffer.from(serialize(answer))
  const isQuery = asked.readInt32LE(12) === opQuery
  const head = Buffer.alloc(isQuery ? 36 : 21)
  head.writeInt32LE(head.length + document.length, 0)
  head.writeInt32LE(asked.readInt32LE(4), 8)
  head.writeInt32LE(isQuery ? opReply : opMessage, 12)
  if (isQuery) head.writeInt32LE(1, 32)
  return Buffer.concat([head, document])
}
