import type { ReviewLetterFacts } from '../../../reports/review-letter/facts.ts'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'

/** A letter on an invented request that nobody answered, as it stands before anyone wrote in it. */
export const letter: ReviewLetterFacts = {
  on: calendarDate('2026-02-20'),
  institution: 'Institución de ejemplo',
  reference: 'GT-2026-000001',
  caseNumber: null,
  title: 'Contratos de obra',
  organisation: 'Organización de ejemplo',
  receivedOn: calendarDate('2026-02-02'),
  act: { kind: 'silencio', dueOn: calendarDate('2026-02-16') },
  ground: '55.4',
  text: '',
  name: '',
  notices: '',
  fileBy: calendarDate('2026-03-09'),
  enclosures: ['Copia de solicitud.pdf'],
}
