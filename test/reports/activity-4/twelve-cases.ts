import type { CaseFacts } from '../../../server/domain/statistics/case-facts.ts'
import { calendar, caseFacts, day, lateAnswer } from './cases.ts'

export const asOf = day('2026-01-30')

/** Twelve requests of 2025, each named for what it shows. */
export const twelve: readonly CaseFacts[] = [
  caseFacts('on-the-due-day', { receivedOn: '2025-02-03', answeredOn: '2025-02-17' }),
  caseFacts('a-day-late', {
    receivedOn: '2025-02-03',
    answeredOn: '2025-02-18',
    breaches: [lateAnswer(day('2025-02-17'), day('2025-02-18'), asOf)],
  }),
  caseFacts('on-time-by-extension', {
    receivedOn: '2025-03-03',
    answeredOn: '2025-03-28',
    extension: { notifiedOn: '2025-03-13', days: 10 },
    firstResponseOn: day('2025-03-13'),
  }),
  caseFacts('extension-without-motive', {
    receivedOn: '2025-03-03',
    answeredOn: '2025-03-12',
    extension: { notifiedOn: '2025-03-10', days: 10, faults: ['late-notice', 'no-motive'] },
    institutionId: 'rios',
  }),
  caseFacts('never-answered', {
    receivedOn: '2025-05-05',
    state: 'ficta_incumplida',
    breaches: [lateAnswer(day('2025-05-19'), null, asOf)],
    disputed: true,
  }),
  caseFacts('only-acknowledged', {
    receivedOn: '2025-05-05',
    state: 'ficta_incumplida',
    firstResponseOn: day('2025-05-06'),
    institutionId: 'faros',
  }),
  caseFacts('delivered-after-silence', {
    receivedOn: '2025-06-02',
    answeredOn: '2025-06-20',
    deliveredOn: day('2025-06-20'),
    costQuetzales: 0,
    institutionId: 'faros',
  }),
  caseFacts('refused-without-article', {
    receivedOn: '2025-07-07',
    answeredOn: '2025-07-14',
    outcome: 'negativa_reserva',
    grounds: ['reservada'],
    institutionId: 'rios',
    organisationId: 'ceiba',
    review: {
      filedOn: day('2025-07-21'),
      filedInTime: true,
      decisionDueOn: day('2025-07-28'),
      decidedOn: day('2025-07-30'),
      sense: 'revoca',
      complianceDueOn: day('2025-08-06'),
      compliedOn: null,
    },
  }),
  caseFacts('withdrawn-in-term', {
    receivedOn: '2025-08-04',
    withdrawnOn: day('2025-08-06'),
    state: 'desistida',
  }),
  caseFacts('referred-elsewhere', {
    receivedOn: '2025-08-04',
    referredOn: day('2025-08-05'),
    state: 'remitida',
  }),
  caseFacts('received-before-the-year', { receivedOn: '2024-12-27', answeredOn: '2025-01-08' }),
  caseFacts('still-within-term', {
    receivedOn: '2025-12-15',
    organisationId: 'ceiba',
    extension: { notifiedOn: '2025-12-26', days: 10 },
    firstResponseOn: day('2025-12-26'),
    evidenced: false,
    loggedOn: calendar.addWorkingDays(day('2025-12-15'), 1),
  }),
]
