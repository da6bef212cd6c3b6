import type { Context } from '../context.ts'
import { recommendationStates } from '../domain/register/recommendation-states.ts'
import { dayIn, textIn, wordIn } from '../http/register/csv-cells.ts'
import { institutionIn } from '../http/register/references.ts'
import type { CsvColumn } from '../http/register/register.ts'
import type { Recommendation } from '../store/recommendation-store.ts'

type Column = CsvColumn<Recommendation>

/** The CSV file of recommendations. How often institutions spoke is written out and never brought in. */
export function recommendationColumns(context: Pick<Context, 'stores'>): readonly Column[] {
  return [
    {
      ...{ name: 'informe', field: 'edition', example: 'A4-2026-1' },
      write: ({ edition }) => edition,
      read: textIn,
    },
    {
      ...{ name: 'institucion', field: 'institutionId', example: 'MINFIN' },
      write: ({ institutionId }) => institutionId,
      read: cell => (cell === '' ? null : institutionIn(context, cell)),
    },
    {
      ...{ name: 'recomendacion', field: 'text', example: 'Notificar las prórrogas antes del noveno día' },
      write: ({ text }) => text,
      read: textIn,
    },
    {
      ...{ name: 'estado', field: 'state', example: 'en_parte' },
      write: ({ state }) => state,
      read: cell => wordIn(recommendationStates, cell),
    },
    {
      ...{ name: 'fecha_del_estado', field: 'stateDay', example: '20/10/2026' },
      write: ({ stateDay }) => stateDay,
      read: (cell, today) => (cell === '' ? null : dayIn(cell, today)),
    },
    {
      ...{ name: 'nota_del_estado', field: 'stateNote', example: 'Circular de la unidad, sin aplicar aún' },
      write: ({ stateNote }) => stateNote,
      read: textIn,
    },
    {
      ...{ name: 'declaraciones', field: '', example: '' },
      write: ({ words }) => words.length,
      read: () => undefined,
    },
  ]
}
