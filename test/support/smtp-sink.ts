import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A mail server on 127.0.0.1 that keeps what it is given (RFC 5321, as much as one sender needs). */
export interface SmtpSink {
  /** smtp://127.0.0.1:port */
  readonly url: string
  /** Each letter as it was sent: envelope recipient, and headers with text. */
  readonly letters: readonly { readonly to: string; readonly content: string }[]
  /** While true, every recipient is refused with 550. */
  refuse: boolean
  close(): Promise<void>
}

export async function smtpSink(): Promise<SmtpSink> {
  const letters: { to: string; content: string }[] = []
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    converse(socket, () => sink.refuse, letters)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const sink: SmtpSink = {
    url: `smtp://127.0.0.1:${portOf(server.address())}`,
    letters,
    refuse: false,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
  return sink
}

function converse(socket: Socket, refuses: () => boolean, letters: { to: string; content: string }[]): void {
  let to = ''
  let content: string[] | null = null
  let rest = ''
  const say = (line: string) => socket.write(`${line}\r\n`)

  function hear(line: string): void {
    if (content) return hearContent(content, line)
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'RCPT') to = /<(.*)>/.exec(line)?.[1] ?? ''
    if (verb === 'DATA') content = []
    if (verb === 'QUIT') return void socket.end('221 bye\r\n')
    say(verb === 'RCPT' && refuses() ? '550 no such user' : verb === 'DATA' ? '354 go on' : '250 ok')
  }

  function hearContent(lines: string[], line: string): void {
    if (line !== '.') return void lines.push(line)
    letters.push({ to, content: lines.join('\n') })
    content = null
    say('250 kept')
  }

  socket.setEncoding('utf8')
  socket.on('error', () => {})
  socket.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\r\n')
    rest = lines.pop() ?? ''
    lines.forEach(hear)
  })
  say('220 sink')
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The sink has no port')
  return address.port
}
