import { csvText } from '../http/register/csv-text.ts'
import type { SeenWords } from './see-editions.ts'

/** What institutions said of an edition, one line a reply or challenge. */
export function wordsCsv({ replies, challenges }: SeenWords): string {
  const header = ['institucion', 'clase', 'cifra', 'texto', 'fecha', 'estado', 'razon', 'decidida']
  return csvText(header, [
    ...replies.map(({ institutionId, text, at }) => [
      ...[institutionId, 'replica', null, text, at.toISOString(), null, null, null],
    ]),
    ...challenges.map(({ institutionId, figure, claim, at, state, reason, decidedAt }) => [
      ...[institutionId, 'impugnacion', figure, claim, at.toISOString(), state],
      ...[reason, decidedAt?.toISOString() ?? null],
    ]),
  ])
}
