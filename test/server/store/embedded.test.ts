import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbedded } from '../../../server/store/embedded/open.ts'
import { storeContract } from './contract.ts'

describe('the embedded store', () => {
  let dir = ''
  after(() => rm(dir, { recursive: true, force: true }))

  storeContract(
    async () => {
      dir = await mkdtemp(join(tmpdir(), 'vigia-store-'))
      let elapsed = 0
      return openEmbedded({ dir, now: () => new Date(Date.UTC(2026, 1, 2) + elapsed++) })
    },
    { modelRuns: 150 },
  )
})
