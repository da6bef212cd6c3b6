import type { Context } from '../context.ts'
import { dayIn, listIn, numberIn, textIn, wordIn } from '../http/register/csv-cells.ts'
import { organisationIn } from '../http/register/references.ts'
import type { CsvColumn } from '../http/register/register.ts'
import { assistanceMeans } from '../domain/register/activity-kinds.ts'
import type { Assistance } from '../store/assistance-store.ts'

/** The CSV file of technical assistance: the organisation by id (read by name too), the cases by their number, parted by ';'. */
export function assistanceColumns(context: Pick<Context, 'stores'>): readonly CsvColumn<Assistance>[] {
  return [
    {
      ...{ name: 'organizacion', field: 'organisationId', example: 'Asociación Ixim' },
      write: ({ organisationId }) => organisationId,
      read: cell => organisationIn(context, cell),
    },
    {
      ...{ name: 'fecha', field: 'day', example: '20/10/2026' },
      write: ({ day }) => day,
      read: (cell, today) => dayIn(cell, today),
    },
    {
      ...{ name: 'minutos', field: 'minutes', example: '45' },
      write: ({ minutes }) => minutes,
      read: numberIn,
    },
    {
      ...{ name: 'medio', field: 'means', example: 'telefono' },
      write: ({ means }) => means,
      read: cell => wordIn(assistanceMeans, cell),
    },
    {
      ...{ name: 'asunto', field: 'subject', example: 'Cómo redactar un recurso de revisión' },
      write: ({ subject }) => subject,
      read: textIn,
    },
    {
      ...{ name: 'casos', field: 'requestIds', example: '' },
      write: async ({ requestIds }) => (await referencesOf(context, requestIds)).join('; '),
      read: cell => Promise.all(listIn(cell).map(text => caseIn(context, text))),
    },
  ]
}

/** The id of a request told by its number or id; a text that nobody knows stays as it is. */
export async function caseIn({ stores }: Pick<Context, 'stores'>, text: string): Promise<string> {
  const scope = { kind: 'everything' } as const
  const known = await stores.requests.findByReference(text, scope)
  return (known ?? (await stores.requests.findByReference(text.toUpperCase(), scope)))?.id ?? text
}

export async function referencesOf(
  { stores }: Pick<Context, 'stores'>,
  requestIds: readonly string[],
): Promise<string[]> {
  const scope = { kind: 'everything' } as const
  const found = await Promise.all(requestIds.map(id => stores.requests.find(id, scope)))
  return found.flatMap((request, at) => request?.reference ?? requestIds[at] ?? [])
}
