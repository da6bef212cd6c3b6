import type { Context } from '../context.ts'
import { dayIn, textIn, wordIn } from '../http/register/csv-cells.ts'
import { institutionIn } from '../http/register/references.ts'
import type { CsvColumn } from '../http/register/register.ts'
import { disseminationAudiences, disseminationMeans } from '../domain/register/activity-kinds.ts'
import type { Dissemination } from '../store/dissemination-store.ts'

type Column = CsvColumn<Dissemination>

/** The CSV file of dissemination. When it was acknowledged is written out and never brought in: only the link says it. */
export function disseminationColumns(context: Pick<Context, 'stores'>): readonly Column[] {
  return [
    word('dirigido_a', 'audience', disseminationAudiences, 'unidad'),
    {
      ...{ name: 'institucion', field: 'institutionId', example: 'MINFIN' },
      write: ({ institutionId }) => institutionId,
      read: cell => (cell === '' ? null : institutionIn(context, cell)),
    },
    word('medio', 'means', disseminationMeans, 'papel'),
    day('fecha', 'day', '20/10/2026'),
    {
      ...{ name: 'sha256_del_informe', field: 'reportSha256', example: '0'.repeat(64) },
      write: ({ reportSha256 }) => reportSha256,
      read: textIn,
    },
    day('informe_desde', 'reportFrom', '01/01/2026'),
    day('informe_hasta', 'reportTo', '30/06/2026'),
    { ...{ name: 'nota', field: 'note', example: '' }, write: ({ note }) => note, read: textIn },
    {
      ...{ name: 'acuse', field: '', example: '' },
      write: ({ acknowledgedAt }) => acknowledgedAt?.toISOString() ?? null,
      read: () => undefined,
    },
    {
      ...{ name: 'respuestas', field: '', example: '' },
      write: ({ answers }) => answers.length,
      read: () => undefined,
    },
  ]
}

function word(name: string, field: 'audience' | 'means', words: readonly string[], example: string): Column {
  return { name, field, example, write: each => each[field], read: cell => wordIn(words, cell) }
}

function day(name: string, field: 'day' | 'reportFrom' | 'reportTo', example: string): Column {
  return { name, field, example, write: each => each[field], read: dayIn }
}
