import { writeSync } from 'node:fs'
import { sample, sampleCollection } from '../server/store/records.ts'
import { AppError } from '../../server/errors.ts'
import { openEmbedded } from '../../server/store/embedded/open.ts'

/*
 * A process that twenty writers share, for the tests that kill it: `store-writer DIR PREFIX`. Says on its
 * standard output, in one synchronous write a line, what the store has acknowledged: `id version`. Ends by
 * itself only when the store fails, with one line `failed CODE`.
 */
const [dir = '', prefix = ''] = process.argv.slice(2)
const writers = 20

async function main(): Promise<void> {
  const engine = await openEmbedded({ dir, now: () => new Date(0) })
  const samples = engine.collection(sampleCollection('samples'))
  await engine.ensureIndexes()
  say('ready')

  async function write(writer: number): Promise<never> {
    for (let turn = 0; ; turn += 1) {
      const id = `${prefix}-${writer}-${turn}`
      await samples.insert(sample(id, { code: id, rank: turn % 5, terms: [`t${turn % 3}`, 'all'] }))
      say(`${id} 1`)
      const set = { code: `${id}-b`, rank: (turn % 5) + 1, terms: [`t${turn % 4}`], at: new Date(turn) }
      await samples.update(id, 1, { set, push: { notes: [{ text: 'x'.repeat(turn % 700) }] } })
      say(`${id} 2`)
    }
  }
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
}

function say(line: string): void {
  writeSync(1, `${line}\n`)
}

main().catch((error: unknown) => {
  say(`failed ${error instanceof AppError ? error.code : String(error)}`)
  process.exit(1)
})
