import { expect } from 'chai'
import { calendarDate } from '../../../../server/domain/calendar/calendar-date.ts'
import { workingCalendar } from '../../../../server/domain/calendar/working-calendar.ts'
import { defaultPolicy, type CountingPolicy } from '../../../../server/domain/law/counting-policy.ts'
import {
  extensionOf,
  extensionWindow,
  type ExtensionNotice,
} from '../../../../server/domain/law/extension.ts'

const calendar = workingCalendar({ inCapital: true, closures: [] })
const startedOn = calendarDate('2026-02-02')
const dueOn = calendarDate('2026-02-16')

function windowUnder(reading: CountingPolicy['extensionWindow']) {
  return extensionWindow(startedOn, dueOn, calendar, { ...defaultPolicy, extensionWindow: reading })
}

function judge(changes: Partial<ExtensionNotice>, isSecond = false) {
  const notice = { notifiedOn: calendarDate('2026-02-12'), days: 10, motivated: true, ...changes }
  return extensionOf(notice, { dueOn, window: windowUnder('d-2-to-d-1'), isSecond }, calendar)
}

describe('the window to notify an extension', () => {
  const cases = [
    ['d-2-to-d-1', '2026-02-12', '2026-02-13'],
    ['at-least-two-days-before', '2026-02-02', '2026-02-12'],
    ['until-due-day', '2026-02-12', '2026-02-16'],
  ] as const

  for (const [reading, from, by] of cases) {
    it(`read as ${reading}`, () => {
      expect(windowUnder(reading)).to.eql({ from, by })
    })
  }
})

describe('an extension', () => {
  const cases = [
    ['on the first day of the window', {}, false, { valid: true, early: false, dueOn: '2026-03-02' }],
    ['on the last', { notifiedOn: calendarDate('2026-02-13') }, false, { valid: true, dueOn: '2026-03-02' }],
    ['for fewer days', { days: 3 }, false, { valid: true, days: 3, dueOn: '2026-02-19' }],
    ['that gives no number', { days: null }, false, { valid: true, days: 10, dueOn: '2026-03-02' }],
    [
      'early, which harms nobody',
      { notifiedOn: startedOn },
      false,
      { valid: true, early: true, dueOn: '2026-03-02' },
    ],
    ['whose reasons are not known', { motivated: null }, false, { valid: true, dueOn: '2026-03-02' }],
    ['on the due day', { notifiedOn: dueOn }, false, { valid: false, dueOn: '2026-03-02' }],
    ['after the due day', { notifiedOn: calendarDate('2026-02-17') }, false, { valid: false, dueOn: null }],
    ['for more than ten days', { days: 12 }, false, { valid: false, days: 10, dueOn: '2026-03-02' }],
    ['without reasons', { motivated: false }, false, { valid: false, dueOn: '2026-03-02' }],
    ['for a second time', {}, true, { valid: false, dueOn: null }],
    ['of no days', { days: 0 }, false, { days: 0, dueOn: null }],
  ] as const

  for (const [title, notice, isSecond, expected] of cases) {
    it(title, () => {
      expect(judge(notice, isSecond)).to.include(expected)
    })
  }

  it('names every defect', () => {
    const notice = { notifiedOn: calendarDate('2026-02-17'), days: 11, motivated: false }
    expect(judge(notice, true).defects).to.eql(['late-notice', 'too-long', 'no-motive', 'second'])
    expect(judge({}).defects).to.eql([])
  })
})
