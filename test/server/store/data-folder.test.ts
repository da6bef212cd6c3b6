import { cp, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect } from 'chai'
import { open } from 'lmdb'
import { Schema } from 'mongoose'
import { defineCollection, type Indexes } from '../../../server/store/collection.ts'
import { dataFileLength } from '../../../server/store/embedded/data-file.ts'
import { openEmbedded } from '../../../server/store/embedded/open.ts'
import { refusalOf } from '../../support/refusal.ts'
import { sample, sampleCollection } from './records.ts'

const now = () => new Date(0)

describe('a data folder', () => {
  let dir = ''
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'vigia-folder-'))
  })
  afterEach(() => rm(dir, { recursive: true, force: true }))

  it('that cannot be written is refused by name', async () => {
    const file = join(dir, 'file')
    await writeFile(file, '')
    expect(await refusalOf(openEmbedded({ dir: join(file, 'data'), now }))).to.deep.equal({
      code: 'data-folder-not-writable',
      dir: join(file, 'data'),
      cause: 'ENOTDIR',
    })
  })

  it('that cannot be made is refused at once, where the system itself would try for ever', async function () {
    if (process.platform !== 'linux') this.skip()
    const nowhere = '/proc/nada/datos'
    expect(await refusalOf(openEmbedded({ dir: nowhere, now }))).to.deep.equal({
      code: 'data-folder-not-writable',
      dir: nowhere,
      cause: 'ENOENT',
    })
  })

  it('is made with the folders above it', async () => {
    const deep = join(dir, 'a', 'b', 'c')
    await (await openEmbedded({ dir: deep, now })).close()
    expect(await readdir(deep)).to.include('store')
  })

  it('with a lock that is no file is refused, not waited for', async () => {
    if (process.platform === 'win32') return
    execFileSync('mkfifo', [join(dir, 'lock')])
    expect(await refusalOf(openEmbedded({ dir, now }))).to.deep.equal({
      code: 'data-folder-not-writable',
      dir,
      cause: 'EEXIST',
    })
  })

  it('of a newer version is refused and left as it is', async () => {
    await (await openEmbedded({ dir, now })).close()
    const root = open<Buffer, Buffer>({
      path: join(dir, 'store'),
      encoding: 'binary',
      keyEncoding: 'binary',
      maxDbs: 9,
    })
    const meta = root.openDB<Buffer, Buffer>('meta', { encoding: 'binary', keyEncoding: 'binary' })
    meta.putSync(Buffer.from('format'), Buffer.from('7'))
    await root.close()
    const expected = { code: 'data-folder-newer', dir, found: 7, supported: 1 }
    expect(await refusalOf(openEmbedded({ dir, now }))).to.deep.equal(expected)
    expect(await refusalOf(openEmbedded({ dir, now })), 'the lock was released').to.deep.equal(expected)
  })

  it('keeps documents, indexes and files from one start to the next, and nothing half received', async () => {
    const first = await openEmbedded({ dir, now })
    await first.collection(sampleCollection('samples')).insert(sample('a', { code: 'A1', terms: ['agua'] }))
    const { sha256 } = await first.files.put(Readable.from(['texto']), { maxBytes: 10 })
    await refusalOf(first.files.put(Readable.from(['demasiado']), { maxBytes: 3 }))
    expect(await readdir(join(dir, 'files/incoming'))).to.deep.equal([])
    await first.close()
    await writeFile(join(dir, 'files/incoming/left-by-a-kill'), 'half')

    const second = await openEmbedded({ dir, now })
    const samples = second.collection(sampleCollection('samples'))
    expect(
      (await samples.find({ index: 'byTermAndTime', equals: { terms: 'agua' }, limit: 2 })).items,
    ).to.have.length(1)
    expect(await refusalOf(samples.insert(sample('b', { code: 'A1' })))).to.include({ code: 'duplicate' })
    expect(await second.files.has(sha256)).to.equal(true)
    expect(await readdir(join(dir, 'files/incoming'))).to.deep.equal([])
    await second.close()
  })

  it('gets the indexes that are new, and forgets those that are gone', async () => {
    const many = Array.from({ length: 3_000 }, (_, at) => ({
      _id: `d${at}`,
      version: 1,
      unit: `u${at % 7}`,
      rank: at,
    }))
    const first = await openEmbedded({ dir, now })
    await first.collection(tally({ byUnit: { fields: ['unit'] } })).insertMany(many)
    await first.close()

    const second = await openEmbedded({ dir, now })
    const ranked = second.collection(tally({ byRank: { fields: ['rank'], unique: true } }))
    expect(await ranked.count({ index: 'byRank', range: { field: 'rank', gte: 2_990 } })).to.equal(10)
    await ranked.insert({ _id: 'late', version: 1, unit: 'u1', rank: 5_000 })
    expect(await second.check()).to.deep.equal([])
    await second.close()

    const third = await openEmbedded({ dir, now })
    const both = third.collection(
      tally({ byUnit: { fields: ['unit'] }, byRank: { fields: ['rank', 'unit'] } }),
    )
    expect(
      await both.count({ index: 'byUnit', equals: { unit: 'u1' } }),
      'with what came meanwhile',
    ).to.equal(430)
    expect(await third.check()).to.deep.equal([])
    await third.close()
  })

  it('of which a copy was broken off anywhere is refused, and left as it is', async () => {
    const whole = await openEmbedded({ dir, now })
    const many = Array.from({ length: 3_000 }, (_, at) => ({
      ...{ _id: `t${at}`, version: 1, rank: at },
      unit: `${at}:${'u'.repeat(at % 50 === 0 ? 9_000 : 40)}`,
    }))
    await whole.collection(tally({})).insertMany(many)
    await whole.close()
    const file = join('store', 'data.mdb')
    const { size } = await stat(join(dir, file))
    for (const share of [0.1, 0.3, 0.5, 0.8, 0.95]) {
      const copy = join(dir, `copy-${share}`)
      await cp(join(dir, 'store'), join(copy, 'store'), { recursive: true })
      const found = Math.floor(size * share)
      await truncate(join(copy, file), found)
      expect(await refusalOf(openEmbedded({ dir: copy, now })), String(share)).to.deep.include({
        ...{ code: 'data-folder-damaged', dir: copy, found },
      })
      expect((await stat(join(copy, file))).size, 'left as it is').to.equal(found)
    }
  })

  it('whose file is not a store is refused, and left as it is', async () => {
    const whole = await openEmbedded({ dir, now })
    await whole.close()
    const path = join(dir, 'store', 'data.mdb')
    const bytes = await readFile(path)
    const foreign = [
      Buffer.from('not a store'),
      Buffer.concat([Buffer.alloc(4096, 'x'), bytes.subarray(4096)]),
      Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(4096, 'x'), bytes.subarray(8192)]),
    ]
    for (const content of foreign) {
      await writeFile(path, content)
      expect(await refusalOf(openEmbedded({ dir, now }))).to.include({ code: 'data-file-foreign', path })
      expect((await readFile(path)).equals(content), 'left as it is').to.equal(true)
    }
  })

  it('that lost pages which hold nothing is whole', async () => {
    const whole = await openEmbedded({ dir, now })
    const file = join(dir, 'store', 'data.mdb')
    await whole.collection(tally({})).insert({ _id: 'a', version: 1, unit: 'u', rank: 1 })
    await whole.close()
    const described = await dataFileLength(file)
    expect(described?.found).to.equal(described?.described)
    const root = open<Buffer, Buffer>({ path: join(dir, 'store'), encoding: 'binary', maxDbs: 512 })
    const table = root.openDB<Buffer, Buffer>('meta', { encoding: 'binary' })
    table.putSync(Buffer.from('large'), Buffer.alloc(400_000, 1))
    table.removeSync(Buffer.from('large'))
    await root.close()
    const { described: end = 0, found = 0 } = (await dataFileLength(file)) ?? {}
    // The removed value was at the end: without its last pages, all that counts is there.
    await truncate(file, Math.min(found, end) - 40 * 4096)
    const again = await openEmbedded({ dir, now })
    expect(await again.collection(tally({})).get('a')).to.include({ unit: 'u' })
    await again.close()
  })

  it('cannot get a unique index that its data break', async () => {
    const first = await openEmbedded({ dir, now })
    const rows = ['a', 'b'].map(_id => ({ _id, version: 1, unit: 'same', rank: 1 }))
    await first.collection(tally({})).insertMany(rows)
    await first.close()
    const second = await openEmbedded({ dir, now })
    const clashing = second.collection(tally({ byUnit: { fields: ['unit'], unique: true } }))
    expect(await refusalOf(second.ensureIndexes())).to.deep.include({ code: 'duplicate', index: 'byUnit' })
    expect(await refusalOf(clashing.get('a'))).to.deep.include({ code: 'duplicate', index: 'byUnit' })
    await second.close()
  })
})

interface Tally {
  readonly _id: string
  readonly version: number
  readonly unit: string
  readonly rank: number
}

function tally<const I extends Indexes<'unit' | 'rank'>>(indexes: I) {
  const schema = new Schema({
    _id: { type: String, required: true },
    version: { type: Number, required: true },
    unit: { type: String, required: true },
    rank: { type: Number, required: true },
  })
  return defineCollection<Tally>()({ name: 'tallies', schema, indexes })
}
