import { Readable } from 'node:stream'
import type { Context } from '../context.ts'
import type { SnapshotFile } from '../store/snapshot-store.ts'
import { datasetNames, datasetOf } from './datasets.ts'
import { materialOf } from './material.ts'
import type { OpenData } from './open-data.ts'
import { csvOf, dictionaryOf } from './write-dataset.ts'

/** No file of open data is as big. */
const maxBytes = 4 * 1024 ** 3

/**
 * Keeps the open data of a day as files by their SHA-256, once a month: the first time it runs in it. They are
 * the same datasets that anyone can download that day, so nothing unpublished is in them. A month in which
 * nothing ran has none: what was published then is not known any more.
 * @returns how many files are new in the list
 */
export async function takeSnapshot(
  context: Pick<Context, 'stores' | 'engine' | 'clock' | 'calendars' | 'log'>,
  openData: OpenData,
): Promise<{ readonly files: number }> {
  const { stores, engine, clock } = context
  const month = clock.today().slice(0, 7)
  if (await stores.snapshots.find(month)) return { files: 0 }
  const material = await materialOf(context, openData)
  const { record } = material
  const datasets = datasetNames.map(name => datasetOf(name, material))
  const files: SnapshotFile[] = []
  for (const dataset of datasets) {
    let rows = 0
    const counted = async function* () {
      for await (const row of dataset.rows()) {
        rows += 1
        yield row
      }
    }
    const content = Readable.from(csvOf({ dataset: { ...dataset, rows: counted }, record, limit: null }))
    const file = await engine.files.put(content, { maxBytes })
    files.push({ name: dataset.name, rows, ...file })
  }
  const dictionary = await engine.files.put(Readable.from(dictionaryOf(datasets)), { maxBytes })
  const columns = datasets.reduce((sum, dataset) => sum + dataset.columns.length, 0)
  files.push({ name: 'diccionario', rows: columns, ...dictionary })
  const { asOf, takenAt } = record
  return { files: (await stores.snapshots.add({ month, asOf, takenAt, files })) ? files.length : 0 }
}
