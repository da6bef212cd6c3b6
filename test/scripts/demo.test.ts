import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'

const root = new URL('../..', import.meta.url).pathname

describe('npm run demo', function () {
  this.timeout(150_000)
  let folder: string

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigia-demo-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))

  it('lets the days pass that are typed, nothing else, and ends on q', async () => {
    const env = { PATH: process.env['PATH'], NODE_ENV: 'test', DATA_DIR: folder, PORT: '0' }
    const demo = spawn(process.execPath, ['--import', 'tsx', 'scripts/demo.ts'], { cwd: root, env })
    const ended = once(demo, 'exit')
    const said: string[] = []
    const replies = [/Enter para terminar/, /Escriba un número de 1 a 250/, /Hoy es .*"failed":0/]
    const typed = ['1e2', '3', 'q']
    demo.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.push(text)
      if (!replies[0]?.test(text)) return
      replies.shift()
      demo.stdin.write(`${typed.shift() ?? ''}\n`)
    })
    const late = setTimeout(() => demo.kill('SIGKILL'), 120_000)
    const [code] = await ended
    clearTimeout(late)
    expect(code, said.join('')).to.equal(0)
    expect(replies).to.eql([])
  })
})
