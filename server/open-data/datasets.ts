import type { CaseFacts } from '../domain/statistics/case-facts.ts'
import type { Cell } from './csv.ts'
import { breachColumns, requestColumns } from './case-columns.ts'
import type { Column } from './column.ts'
import { closureColumns, institutionColumns } from './register-columns.ts'
import { figureColumns, figureLines } from './figure-columns.ts'
import { knownIn, type OpenFigures, type PublishedRecord } from './open-data.ts'

export const datasetNames = [
  'solicitudes',
  'incumplimientos',
  'instituciones',
  'cifras',
  'dias-inhabiles',
] as const

export type DatasetName = (typeof datasetNames)[number]

/** A dataset as it can be sent: its columns told, its rows one at a time. */
export interface Dataset {
  readonly name: DatasetName
  readonly columns: readonly ColumnText[]
  /** How many rows there were when the record was counted. */
  readonly count: number
  readonly rows: () => AsyncIterable<readonly Cell[]>
}

export interface ColumnText {
  readonly name: string
  readonly es: string
  readonly en: string
}

export interface Material {
  readonly record: PublishedRecord
  /** The published requests as facts as of the record's day, read anew each time. */
  readonly cases: () => AsyncIterable<CaseFacts>
  /** Of the year that `cifras` tells, month by month and by institution. */
  readonly figures: OpenFigures
}

/** Every column of every dataset is listed by name: what is not listed cannot leave (LAIP 31). */
export function datasetOf(name: DatasetName, { record, figures, cases }: Material): Dataset {
  const names = new Map(record.institutions.map(({ id, name: words }) => [id, words]))
  switch (name) {
    case 'solicitudes':
      return dataset(name, requestColumns, {
        count: knownIn(record, null),
        items: () => expanded(cases(), facts => [{ facts, names }]),
      })
    case 'incumplimientos':
      return dataset(name, breachColumns, {
        count: breachesIn(record),
        items: () => expanded(cases(), facts => facts.breaches.map(breach => ({ facts, breach, names }))),
      })
    case 'instituciones':
      return dataset(name, institutionColumns, listed(record.institutions))
    case 'cifras':
      return dataset(name, figureColumns, listed(figureLines(figures)))
    case 'dias-inhabiles':
      return dataset(
        name,
        closureColumns,
        listed(record.closures.flatMap(closure => closure.days.map(day => ({ day, closure })))),
      )
  }
}

interface Items<Row> {
  readonly count: number
  readonly items: () => AsyncIterable<Row> | Iterable<Row>
}

function dataset<Row>(
  name: DatasetName,
  columns: readonly Column<Row>[],
  { count, items }: Items<Row>,
): Dataset {
  return {
    name,
    columns: columns.map(({ name: column, es, en }) => ({ name: column, es, en })),
    count,
    async *rows() {
      for await (const item of items()) yield columns.map(({ value }) => value(item))
    },
  }
}

function listed<Row>(items: readonly Row[]): Items<Row> {
  return { count: items.length, items: () => items }
}

async function* expanded<Row>(
  cases: AsyncIterable<CaseFacts>,
  rowsOf: (facts: CaseFacts) => readonly Row[],
): AsyncGenerator<Row> {
  for await (const facts of cases) yield* rowsOf(facts)
}

function breachesIn({ totals }: PublishedRecord): number {
  return [...totals.values()].reduce((sum, { breachesPublished }) => sum + breachesPublished, 0)
}
