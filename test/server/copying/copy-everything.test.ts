import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import { readConfig } from '../../../server/config.ts'
import { copyEverything, type CopyResult } from '../../../server/copying/copy-everything.ts'
import { catalogue } from '../../../server/institutions/catalogue.ts'
import { openContext } from '../../../server/open-context.ts'
import { seedRequests } from '../../../server/seeding/seed-requests.ts'
import { openEngine, type Engine } from '../../../server/store/engine.ts'
import { createStores } from '../../../server/store/stores.ts'
import { refusalOf } from '../../support/refusal.ts'

const requests = 1_200
const projectDir = join(import.meta.dirname, '../../..')

describe('a copy of a whole store', function () {
  this.timeout(120_000)
  let root = ''
  let original = ''
  const kept = Buffer.from('una resolución')

  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'vigia-copy-'))
    original = join(root, 'original')
    const context = await openContext(config(original))
    await seedRequests(context, { requests, years: 1, seed: 7, institutions: catalogue })
    await context.engine.files.put(Readable.from([kept]), { maxBytes: 1000 })
    await context.engine.close()
  })
  after(() => rm(root, { recursive: true, force: true }))

  it('has every document and every file, with the same counts and hashes', async () => {
    const dir = join(root, 'copy')
    const result = await copied(original, dir)
    expect(result.equal).to.equal(true)
    expect(documentsIn(result, 'requests')).to.deep.equal({ documents: requests, copied: requests })
    expect(result.files).to.deep.equal({ files: 1, copied: 1, bytes: kept.length, equal: true })
    await withEngine(dir, async engine => {
      const stores = createStores(engine)
      expect(await stores.copies.unfinished()).to.equal(null)
      const [file] = await listed(engine.files.list())
      expect(await buffer(await engine.files.open(file?.sha256 ?? ''))).to.deep.equal(kept)
    })
    const context = await openContext(config(dir))
    await context.engine.close()
  })

  it('goes on where it was killed, and opens for nothing else until it has ended', async () => {
    const dir = join(root, 'killed')
    await killedOnceCopying(original, dir, 'requests 500')
    expect(await refusalOf(openContext(config(dir)))).to.deep.include({
      code: 'copy-unfinished',
      from: original,
    })
    const again: string[] = []
    const result = await copied(original, dir, ({ collection }) => again.push(collection))
    expect(result.equal).to.equal(true)
    expect(documentsIn(result, 'requests').copied).to.equal(requests)
    expect(again, 'what was done before').not.to.include('institutions')
  })

  it('refuses a target that holds anything else, and half a copy of another store', async () => {
    const other = join(root, 'other')
    const started = await openContext(config(other))
    await started.engine.close()
    expect(await refusalOf(copied(original, other))).to.deep.include({ code: 'copy-target-not-empty' })
    const half = join(root, 'half')
    await killedOnceCopying(original, half, 'requests 500')
    expect(await refusalOf(copied(other, half))).to.deep.include({ code: 'copy-unfinished', from: original })
    expect(await refusalOf(copied(half, join(root, 'third')))).to.deep.include({ code: 'copy-unfinished' })
  })

  it('finds a single change on either side', async () => {
    const dir = join(root, 'changed')
    await killedOnceCopying(original, dir, 'requests 1000')
    const changed = await withEngine(dir, async engine => {
      const { institutions } = createStores(engine)
      const [first] = await listed(institutions.all())
      if (!first) throw new RangeError('nothing was copied')
      await institutions.change(first.id, first.version, { hours: 'de 8 a 12' })
      return first.id
    })
    const result = await copied(original, dir)
    expect(result.equal).to.equal(false)
    const differing = result.collections.filter(({ equal }) => !equal)
    expect(differing.map(({ name, firstDifference }) => [name, firstDifference])).to.deep.equal([
      ['institutions', changed],
    ])
    expect(await refusalOf(openContext(config(dir)))).to.deep.include({ code: 'copy-unfinished' })
  })

  it('goes to MongoDB and back', async function () {
    const given = process.env.MONGODB_URI
    if (given === undefined) return this.skip()
    const uri = new URL(given)
    uri.pathname = `/vigia-test-${randomUUID().slice(0, 8)}`
    const there = await copied(original, uri.href)
    expect(there.equal).to.equal(true)
    const back = await copied(uri.href, join(root, 'back'))
    expect(back.equal).to.equal(true)
    expect(back.collections.map(({ sha256 }) => sha256)).to.deep.equal(
      there.collections.map(({ sha256 }) => sha256),
    )
  })
})

function config(dir: string) {
  return readConfig({ NODE_ENV: 'test', DATA_DIR: dir, LOG_LEVEL: 'silent' })
}

function documentsIn({ collections }: CopyResult, name: string) {
  const found = collections.find(each => each.name === name)
  return { documents: found?.documents, copied: found?.copied }
}

async function copied(
  from: string,
  to: string,
  tell: Parameters<typeof copyEverything>[2] = () => {},
): Promise<CopyResult> {
  return withEngine(from, source => withEngine(to, target => copyEverything(source, target, tell)))
}

async function withEngine<R>(where: string, work: (engine: Engine) => Promise<R>): Promise<R> {
  const mongodbUri = where.startsWith('mongodb') ? where : null
  const engine = await openEngine({ mongodbUri, dataDir: where })
  try {
    return await work(engine)
  } finally {
    await engine.close()
  }
}

async function listed<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

/** Starts a copy in a process of its own and kills it as soon as it has said a line. */
async function killedOnceCopying(from: string, to: string, line: string): Promise<void> {
  const script = join(projectDir, 'test/support/copy-process.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, from, to], {
    cwd: projectDir,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (said.includes(`${line}\n`)) child.kill('SIGKILL')
  })
  const [, signal] = await closed
  expect(signal, said).to.equal('SIGKILL')
}
