import { expect } from 'chai'
import fc from 'fast-check'
import { calendarFile } from '../../../server/calendar/calendar-file.ts'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'

const event = {
  uid: 'plazo-1@vigia.test',
  day: calendarDate('2026-12-31'),
  title: 'Vence la respuesta, MEM; artículo 42',
  description: 'Diez días hábiles.\nSin respuesta: silencio.',
  url: 'https://vigia.test/es/plazos?receivedOn=1,2',
}
const file = (change: Partial<typeof event> = {}) =>
  calendarFile({
    name: 'Plazos',
    madeAt: new Date('2026-11-23T15:04:05.678Z'),
    events: [{ ...event, ...change }],
  })
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

describe('a calendar file', () => {
  it('holds a whole day under a lasting id', () => {
    expect(unfolded(file())).to.include.members([
      'UID:plazo-1@vigia.test',
      'DTSTAMP:20261123T150405Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:Vence la respuesta\\, MEM\\; artículo 42',
      'DESCRIPTION:Diez días hábiles.\\nSin respuesta: silencio.',
      'URL:https://vigia.test/es/plazos?receivedOn=1,2',
    ])
    expect(file().startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).to.equal(true)
    expect(file().endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).to.equal(true)
  })

  it('keeps every line within 75 octets, whole characters, and no text starts a property', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string(), (title, description) => {
        const text = file({ title, description })
        const lines = text.split('\r\n')
        expect(lines.every(line => Buffer.byteLength(line) <= 75)).to.equal(true)
        expect(text.replaceAll('\r\n', '')).to.not.match(/[\r\n]/)
        expect(Buffer.from(text).toString('utf8')).to.equal(text)
        expect(unfolded(text).filter(line => line.startsWith('SUMMARY:'))).to.have.length(1)
        expect(unfolded(text)).to.have.length(18)
      }),
    )
  })

  it('says what was written, once unfolded and unescaped', () => {
    const plain = fc.string({ unit: 'grapheme' }).filter(text => !/[\p{Cc}\p{Cs}]/u.test(text))
    fc.assert(
      fc.property(plain, title => {
        const [line = ''] = unfolded(file({ title })).filter(one => one.startsWith('SUMMARY:'))
        expect(line.slice('SUMMARY:'.length).replaceAll(/\\([\\;,])/g, '$1')).to.equal(title)
      }),
    )
  })
})
