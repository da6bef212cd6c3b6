import { expect } from 'chai'
import { calendarDate } from '../../../../server/domain/calendar/calendar-date.ts'
import { casesWith, type KeptCase } from '../../../../server/http/pages/figure-cases.ts'

describe('cases behind a figure that are searched for', () => {
  const rows: readonly KeptCase[] = [
    row('GT-2025-000123', 'Ministerio de Educación', 'on-time'),
    row('GT-2025-000124', 'Municipalidad de Sololá', 'unanswered'),
    row('GT-2024-000123', 'Ministerio de Puertos', 'unanswered'),
  ]

  for (const [words, language, found] of [
    ['educacion', 'es', [0]],
    ['EDUCACIÓN', 'es', [0]],
    ['minist', 'es', [0, 2]],
    ['ministerio puert', 'es', [2]],
    ['puertos ministerio', 'es', [2]],
    ['cación', 'es', []],
    ['000123', 'es', [0, 2]],
    ['gt-2025-000123', 'es', [0]],
    ['2025 solola', 'es', [1]],
    ['de', 'es', [0, 1, 2]],
    ['sin respuesta', 'es', [1, 2]],
    ['sin respuesta', 'en', []],
    ['puertos unanswered', 'en', [2]],
  ] as const) {
    it(`"${words}" in ${language}`, () => {
      expect(casesWith(rows, words, language)).to.eql(found.map(at => rows[at]))
    })
  }
})

function row(reference: string, institution: string, situation: string): KeptCase {
  return { reference, institution, receivedOn: calendarDate('2025-01-10'), dueOn: null, situation }
}
