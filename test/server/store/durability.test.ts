import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect } from 'chai'
import { openEmbedded } from '../../../server/store/embedded/open.ts'
import { refusalOf } from '../../support/refusal.ts'
import { bundleWriter, startWriter } from '../../support/store-process.ts'
import { sampleCollection } from './records.ts'

const rounds = 50
/** A store that has grown is slower to check: begin anew after so many rounds. */
const roundsPerFolder = 10
const now = () => new Date(0)

describe('the embedded store, killed', function () {
  this.timeout(180_000)
  let script = ''
  let dir = ''

  before(async () => {
    script = await bundleWriter()
  })
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'vigia-kill-'))
  })
  afterEach(() => rm(dir, { recursive: true, force: true }))
  after(() => rm(script, { force: true }))

  it(`loses nothing that it acknowledged to twenty writers, in ${rounds} kills at random moments`, async () => {
    let acknowledged = 0
    for (let round = 0; round < rounds; round += 1) {
      const folder = join(dir, String(Math.floor(round / roundsPerFolder)))
      const writer = startWriter(script, folder, `r${round}`)
      // One in five is killed while it opens the store and builds its indexes.
      if (round % 5 !== 4) expect(await writer.started).to.equal('ready')
      await setTimeout(Math.random() * (round % 5 === 4 ? 500 : 150))
      const versions = acknowledgedIn(await writer.kill())
      await expectAll(folder, versions)
      acknowledged += versions.size
    }
    expect(acknowledged, 'the rounds wrote something').to.be.greaterThan(rounds)
  })

  it('fails with storage-failed when the disk is full, keeping what it acknowledged', async () => {
    const writer = startWriter(script, dir, 'full', 4_000)
    const lines = await writer.ended()
    expect(lines.at(-1)).to.equal('failed storage-failed')
    const versions = acknowledgedIn(lines)
    expect(versions.size).to.be.greaterThan(10)
    await expectAll(dir, versions)
  })

  it('is refused to a second process, which is told the pid of the first', async () => {
    const writer = startWriter(script, dir, 'first')
    expect(await writer.started).to.equal('ready')
    expect(await refusalOf(openEmbedded({ dir, now }))).to.deep.equal({
      code: 'data-folder-in-use',
      pid: writer.pid,
      dir,
    })
    await writer.kill()
    const engine = await openEmbedded({ dir, now })
    expect(await refusalOf(openEmbedded({ dir, now }))).to.include({
      code: 'data-folder-in-use',
      pid: process.pid,
    })
    await engine.close()
  })

  it('is taken over from a process that is gone, even when its pid is another one’s now', async () => {
    await writeFile(join(dir, 'lock'), JSON.stringify({ pid: process.pid, startedAt: 'another boot:1' }))
    await (await openEmbedded({ dir, now })).close()
    await writeFile(join(dir, 'lock'), 'half wri')
    await (await openEmbedded({ dir, now })).close()
  })
})

function acknowledgedIn(lines: readonly string[]): Map<string, number> {
  const said = lines.map(line => line.split(' ')).filter(([word]) => word !== 'ready' && word !== 'failed')
  return new Map(said.map(([id = '', version]) => [id, Number(version)]))
}

/** Every acknowledged version is there or a later one, whole, and every index agrees with its record. */
async function expectAll(dir: string, versions: ReadonlyMap<string, number>): Promise<void> {
  const engine = await openEmbedded({ dir, now })
  const samples = engine.collection(sampleCollection('samples'))
  const stored = await samples.getMany([...versions.keys()])
  expect(stored).to.have.length(versions.size)
  for (const { _id, version, code, notes } of stored) {
    expect(version, _id).to.be.at.least(versions.get(_id) ?? 0)
    expect([code, notes.length]).to.deep.equal(version === 1 ? [_id, 0] : [`${_id}-b`, 1])
  }
  expect(await engine.check()).to.deep.equal([])
  await engine.close()
}
