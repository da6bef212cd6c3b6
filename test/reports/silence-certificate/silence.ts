import type { SilenceFacts, SilenceTerm } from '../../../reports/silence-certificate/facts.ts'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { dayLedger } from '../../../server/domain/calendar/day-ledger.ts'
import { workingCalendar } from '../../../server/domain/calendar/working-calendar.ts'

const calendar = workingCalendar({ inCapital: true, closures: [] })

function term(clock: SilenceTerm['clock'], name: string, article: string, start: string): SilenceTerm {
  const startedOn = calendarDate(start)
  return {
    ...{ clock, name, article, startedOn, term: 10 },
    dueOn: calendar.addWorkingDays(startedOn, 10),
    ledger: dayLedger(startedOn, 10, calendar).map(({ date, ordinal, reason }) => ({
      date,
      ordinal,
      why: reason,
    })),
  }
}

/** An invented request that nobody answered. */
export const silence: SilenceFacts = {
  asOf: calendarDate('2026-03-05'),
  reference: 'GT-2026-000001',
  caseNumber: 'UIP-0012-2026',
  title: 'Contratos de obra del año pasado, con sus anexos y sus modificaciones',
  kind: 'access',
  channel: 'Escrita',
  institution: 'Institución de ejemplo',
  organisation: 'Organización de ejemplo',
  receivedOn: calendarDate('2026-02-02'),
  receivedAt: '09:15',
  broken: term('K1', 'Plazo para responder', '42', '2026-02-02'),
  others: [term('K4', 'Plazo para entregar tras el silencio', '44', '2026-02-16')],
  workingDaysLate: 13,
  answeredLateOn: null,
  reviewUntil: calendarDate('2026-03-23'),
  history: [
    {
      on: calendarDate('2026-02-02'),
      what: 'Solicitud presentada',
      by: 'Organización de ejemplo',
      recordedAt: '2026-02-02 15:20',
      evidence: 'Sello de recibido',
    },
    { on: calendarDate('2026-02-17'), what: 'Plazo vencido', by: 'Vigía', recordedAt: '', evidence: '' },
  ],
  files: [{ name: 'sello.jpg', sha256: 'a1'.repeat(32), kilobytes: 412 }],
  historyHash: 'b2'.repeat(32),
}
