import type { Cell } from './csv.ts'

/** A column of a dataset, with what it says in both languages. */
export interface Column<Row> {
  readonly name: string
  readonly es: string
  readonly en: string
  readonly value: (row: Row) => Cell
}

export function column<Row>(name: string, es: string, en: string, value: (row: Row) => Cell): Column<Row> {
  return { name, es, en, value }
}
