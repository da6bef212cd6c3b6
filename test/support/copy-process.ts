import { writeSync } from 'node:fs'
import { copyEverything } from '../../server/copying/copy-everything.ts'
import { openEngine } from '../../server/store/engine.ts'

/*
 * A process that copies one data folder to another, for the test that kills it: `copy-process FROM TO`. Says
 * each batch on its standard output in one synchronous write.
 */
const [from = '', to = ''] = process.argv.slice(2)

async function main(): Promise<void> {
  const source = await openEngine({ mongodbUri: null, dataDir: from })
  const target = await openEngine({ mongodbUri: null, dataDir: to })
  await copyEverything(source, target, ({ collection, copied }) => {
    writeSync(1, `${collection} ${copied}\n`)
  })
  await target.close()
  await source.close()
}

main().catch((error: unknown) => {
  writeSync(1, `failed ${String(error)}\n`)
  process.exit(1)
})
