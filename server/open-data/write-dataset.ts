import { byteOrderMark, csvLine, type Cell } from './csv.ts'
import type { Dataset } from './datasets.ts'
import type { PublishedRecord } from './open-data.ts'

export const licence = 'https://creativecommons.org/licenses/by/4.0/'

/** Rows that go out in one piece: few enough to keep little in memory, enough to keep the line full. */
const rowsAtOnce = 200

interface Written {
  readonly dataset: Dataset
  readonly record: Pick<PublishedRecord, 'asOf' | 'takenAt'>
  /** At most so many rows; null is all. */
  readonly limit: number | null
}

/** UTF-8 with a byte order mark, piece by piece. */
export async function* csvOf({ dataset, limit }: Written): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(dataset.columns.map(({ name }) => name))
  yield* inPieces(dataset, limit, csvLine)
}

/** The same rows as objects, with what is needed to cite them; how many they were comes after the last. */
export async function* jsonOf({ dataset, record, limit }: Written): AsyncGenerator<string> {
  const head = {
    dataset: dataset.name,
    licence,
    asOf: record.asOf,
    takenAt: record.takenAt,
    columns: dataset.columns,
  }
  const names = dataset.columns.map(({ name }) => name)
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`
  let count = 0
  yield* inPieces(dataset, limit, row => {
    const start = count === 0 ? '\n' : ',\n'
    count += 1
    return start + JSON.stringify(Object.fromEntries(row.map((cell, at) => [names[at] ?? '', cell])))
  })
  yield `\n],"count":${count}}\n`
}

/** What every column of every dataset says. */
export function* dictionaryOf(datasets: readonly Dataset[]): Generator<string> {
  yield byteOrderMark + csvLine(['conjunto', 'columna', 'descripcion', 'description'])
  for (const { name, columns } of datasets)
    yield columns.map(column => csvLine([name, column.name, column.es, column.en])).join('')
}

async function* inPieces(
  { rows }: Dataset,
  limit: number | null,
  write: (row: readonly Cell[]) => string,
): AsyncGenerator<string> {
  let piece = ''
  let count = 0
  for await (const row of rows()) {
    if (limit !== null && count >= limit) break
    piece += write(row)
    count += 1
    if (count % rowsAtOnce === 0) {
      yield piece
      piece = ''
    }
  }
  if (piece !== '') yield piece
}
