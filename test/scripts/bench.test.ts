import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect } from 'chai'

const root = join(import.meta.dirname, '../..')

/** Far too little work for its figures to mean anything: what is tried is that each scene does it. */
const tiny = ['--due-dates', '1000', '--open-requests', '60', '--served', '300', '--calls', '12']

interface Printed {
  readonly node: string
  readonly cores: number
  readonly scenes: readonly {
    readonly scene: string
    readonly figures: readonly object[]
    readonly counts: Readonly<Record<string, number>>
  }[]
}

describe('npm run bench', function () {
  this.timeout(180_000)

  const expected = {
    arithmetic: ['overdue'],
    scan: ['open', 'recordedInADay', 'recordedBySecond', 'recordedAfterWeeks', 'failed'],
    http: ['listBytes', 'differentPages', 'eventsWritten'],
    pages: ['listBytes', 'requestBytes'],
    report: ['requests', 'events', 'cases', 'pages', 'pagesByPdfkitAlone'],
    'report-beside': ['callsBeside'],
    pdf: [
      'pagesOfProse',
      'pagesOfProseByPdfkitAlone',
      'pagesOfTable',
      'pagesOfTableByPdfkitAlone',
      'pagesOfShort',
    ],
    scale: [
      ...['120 open', '120 recordedInADay', '120 recordedBySecond', '120 scanFailed'],
      ...['120 movedByClosure', '120 csvLines', '120 cases', '120 sentInBurst', '120 keptOfBurst'],
    ],
  }

  for (const [scene, counts] of Object.entries(expected)) {
    it(`runs ${scene} and prints its figures beside their limits`, async () => {
      const { scenes, ...machine } = await bench('--scene', scene)
      expect(machine).to.have.keys('node', 'cores')
      expect(scenes.map(each => each.scene)).to.eql([scene])
      const [result] = scenes
      expect(result).to.have.keys('scene', 'sizes', 'figures', 'counts')
      expect(result?.counts).to.have.keys(counts)
      expect(result?.figures).to.not.be.empty
      for (const figure of result?.figures ?? []) {
        expect(figure).to.have.keys('name', 'value', 'unit', 'limit', 'ratio', 'bar', 'passed')
      }
    })
  }

  it('writes nothing in a second scan, and fails on none', async () => {
    const { scenes } = await bench('--scene', 'scan')
    expect(scenes[0]?.counts).to.include({ open: 60, recordedBySecond: 0, failed: 0 })
    expect(scenes[0]?.counts.recordedAfterWeeks).to.be.greaterThan(0)
  })

  const orphans: readonly object[] = [
    { job: 'scene', scene: 'arithmetic', sizes: { dueDates: 1000, rounds: 1 } },
    { job: 'bare-server' },
  ]
  for (const job of orphans) {
    it(`ends quietly when its parent is gone: ${JSON.stringify(job)}`, async () => {
      const child = fork(join(root, 'scripts/bench/child.ts'), [JSON.stringify(job)], {
        execArgv: ['--import', 'tsx'],
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      })
      const said: string[] = []
      child.stderr?.setEncoding('utf8').on('data', (text: string) => said.push(text))
      const ended = once(child, 'exit')
      child.disconnect()
      const late = setTimeout(() => child.kill('SIGKILL'), 30_000)
      const [code, signal] = await ended
      clearTimeout(late)
      expect([code, signal, said.join('')]).to.eql([0, null, ''])
    })
  }

  it('refuses a scene that is not there', async () => {
    const { code, stderr } = await run('--scene', 'nothing')
    expect(code).to.equal(2)
    expect(stderr).to.include('nothing')
  })
})

/** Whether a bar is held is no matter here: 0 and 1 are both an end. */
async function bench(...args: string[]): Promise<Printed> {
  const { code, stdout, stderr } = await run(
    ...args,
    ...tiny,
    '--reported',
    '200',
    '--written',
    '200',
    '--requests',
    '120',
    '--burst',
    '1',
    '--rounds',
    '1',
    '--json',
  )
  expect(code, stderr).to.be.oneOf([0, 1])
  return JSON.parse(stdout)
}

function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const command = ['--import', 'tsx', 'scripts/bench.ts', ...args]
  return new Promise(resolve => {
    const child = execFile(process.execPath, command, { cwd: root }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    )
  })
}
