import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { open } from 'lmdb'
import { createCommitQueue } from '../../../../server/store/embedded/commit-queue.ts'
import { refusalOf } from '../../../support/refusal.ts'

describe('the commit queue', () => {
  it('fails each write to a closed store once, and does not try it for ever', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'vigia-queue-'))
    const root = open<Buffer, Buffer>({ path: join(dir, 'store'), encoding: 'binary', keyEncoding: 'binary' })
    const queue = createCommitQueue(root)
    expect(await queue.write(() => ({ puts: [], result: 'written' }))).to.equal('written')
    await root.close()
    const late = [1, 2].map(() => refusalOf(queue.write(() => ({ puts: [], result: null }))))
    for (const refusal of await Promise.all(late)) expect(refusal?.code).to.equal('storage-failed')
    await rm(dir, { recursive: true })
  })
})
