import { createServer, connect, type Socket } from 'node:net'
import { once } from 'node:events'

/** A way to a server that a test can close, leave silent, and open again. */
export interface BreakableProxy {
  readonly port: number
  /** Connections are cut and new ones refused at once, as by a server that ended. */
  cut(): void
  /** Nothing goes through any more, and nobody is told: a network that drops everything. */
  silence(): void
  restore(): void
  close(): Promise<void>
}

export async function breakableProxy(target: { host: string; port: number }): Promise<BreakableProxy> {
  const sockets = new Set<Socket>()
  let state: 'open' | 'cut' | 'silent' = 'open'
  const server = createServer(client => {
    sockets.add(client)
    client.on('error', () => {}).on('close', () => sockets.delete(client))
    if (state === 'cut') return client.destroy()
    if (state === 'silent') return
    const upstream = connect(target)
    sockets.add(upstream)
    upstream
      .on('error', () => {})
      .on('close', () => {
        sockets.delete(upstream)
        client.destroy()
      })
    client.on('close', () => upstream.destroy())
    pass(client, upstream)
    pass(upstream, client)
  })

  function pass(from: Socket, to: Socket): void {
    from.on('data', chunk => {
      if (state === 'open') to.write(chunk)
    })
  }

  function drop(): void {
    for (const socket of sockets) socket.destroy()
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cut() {
      state = 'cut'
      drop()
    },
    silence() {
      state = 'silent'
    },
    restore() {
      state = 'open'
      // What was begun in silence never gets an answer.
      drop()
    },
    async close() {
      drop()
      server.close()
      await once(server, 'close')
    },
  }
}
