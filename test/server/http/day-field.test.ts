import { expect } from 'chai'
import { dayField, instantField, momentField } from '../../../server/http/day-field.ts'

describe('days and instants that are sent', () => {
  const instants: readonly (readonly [string, string])[] = [
    ['2026-02-02T09:15:00-06:00', '2026-02-02T15:15:00.000Z'],
    ['2026-02-02T09:15Z', '2026-02-02T09:15:00.000Z'],
    ['2026-02-02T09:15:00.123456-06:00', '2026-02-02T15:15:00.123Z'],
    [' 2026-02-02T09:15:00+14:00 ', '2026-02-01T19:15:00.000Z'],
  ]
  for (const [text, expected] of instants) {
    it(`takes ${text}`, () => {
      expect(instantField.validate(text).value).to.eql(new Date(expected))
      expect(momentField.validate(text).value).to.eql(new Date(expected))
    })
  }

  const refused: readonly (readonly [string, string])[] = [
    ['2026-02-02T09:15:00+99:99', 'date.format'],
    ['2026-02-02T09:15:00-24:00', 'date.format'],
    ['2026-02-02T09:15:00-06:60', 'date.format'],
    ['2026-02-02T24:00:00Z', 'date.format'],
    ['2026-02-02T09:15:00', 'date.format'],
    ['2026-02-30T09:15:00Z', 'day.invalid'],
    ['2026-02-30', 'day.invalid'],
  ]
  for (const [text, fault] of refused) {
    it(`refuses ${text}: ${fault}`, () => {
      expect(momentField.validate(text).error?.details[0]?.type).to.equal(fault)
    })
  }

  it('keeps a bare day as it is', () => {
    expect(dayField.validate('2024-02-29').value).to.equal('2024-02-29')
    expect(momentField.validate('2024-02-29').value).to.equal('2024-02-29')
  })
})
