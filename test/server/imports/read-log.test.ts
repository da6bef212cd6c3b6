import { expect } from 'chai'
import iconv from 'iconv-lite'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { readLog, type ReadOptions, type RequestLog } from '../../../server/imports/read-log.ts'

const today = calendarDate('2026-02-02')
const spanish = [
  'No. de expediente;Institución;Fecha de recepción;Fecha de respuesta;Resultado;Descripción',
  '1;Ministerio de Educación;03/02/2025;14/02/2025;Entrega total;Año lectivo',
  '2;Ministerio de Educación;31/01/2025;;;"Útiles; mochilas"',
]

function read(bytes: Uint8Array | string, options: Partial<ReadOptions> = {}) {
  const given = { fileName: 'log.csv', columns: {}, dateOrder: null, today, ...options }
  return readLog(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, given)
}

function logOf(bytes: Uint8Array | string, options: Partial<ReadOptions> = {}): RequestLog {
  const reading = read(bytes, options)
  if (!reading.ok) throw new Error(reading.refusal)
  return reading.log
}

describe('reading a log', () => {
  const encodings: readonly (readonly [string, Buffer])[] = [
    ['utf-8', Buffer.from(spanish.join('\n'))],
    ['utf-8', Buffer.from(`\uFEFF${spanish.join('\r\n')}\r\n`)],
    ['windows-1252', iconv.encode(spanish.join('\r\n'), 'windows-1252')],
    ['utf-16le', iconv.encode(spanish.join('\n'), 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(spanish.join('\n'), 'utf-16be', { addBOM: true })],
  ]
  for (const [encoding, bytes] of encodings) {
    it(`takes ${encoding} with semicolons and headers in Spanish`, () => {
      const log = logOf(bytes)
      expect(log).to.include({ encoding, delimiter: ';', rowsRead: 2 })
      expect(log.refused).to.eql([])
      expect(log.rows.map(({ received, closing, title }) => [received, closing?.on ?? null, title])).to.eql([
        ['2025-02-03', '2025-02-14', 'Año lectivo'],
        ['2025-01-31', null, 'Útiles; mochilas'],
      ])
    })
  }

  it('keeps every row of a file whose lines end in several ways', () => {
    const text =
      'sep=,\r\nRequest ID,Received Date,Subject\nA-1,3/13/2012,"one\r\ntwo"\rA-2,3/14/2012,x\r\nA-3,3/15/2012,\n'
    const { rowsRead, refused, rows } = logOf(text)
    expect([rowsRead, refused]).to.eql([3, []])
    expect(rows.map(({ number, trackingNumber, title }) => [number, trackingNumber, title])).to.eql([
      [3, 'A-1', 'one\r\ntwo'],
      [4, 'A-2', 'x'],
      [5, 'A-3', null],
    ])
  })

  it('reads a log whose months are named', () => {
    const { columns, rows } = logOf(
      'CASE NO.,DATE      RECEIVED,DATE DUE         OUT,SUBJECT,CLOSURE DATE\n11-001,04-Oct-10,03-Nov-10,x,05-Jan-11\n',
    )
    expect(columns).to.include({ number: 0, received: 1, due: 2, title: 3, closed: 4 })
    expect(rows.map(({ received, closing }) => [received, closing?.on])).to.eql([
      ['2010-10-04', '2011-01-05'],
    ])
  })

  it('says what is wrong with a row, by the number that a spreadsheet shows, and reads the others', () => {
    const log = logOf(
      [
        'Request ID,Received Date,Closed Date,Disposition',
        'A-1,2/30/2012,-,',
        '',
        'A-2,3/13/2012,3/1/2012,',
        'A-3,-,-,',
        'A-4,3/14/2012,3/15/2012,Something else',
        'A-5,3/14/2012,-,Full grant',
        'A-6,3/14/2012,-,,extra',
        'A-7,12/31/2008,-,',
        'A-8,2/4/2026,-,',
        'A-9,3/14/2012,soon,',
      ].join('\n'),
    )
    expect(log.rowsRead).to.equal(9)
    expect(log.rows.map(({ trackingNumber }) => trackingNumber)).to.eql(['A-4', 'A-5'])
    expect(log.refused.map(({ row, column, value, reason }) => [row, column, value, reason])).to.eql([
      [2, 'Received Date', '2/30/2012', 'impossible-date'],
      [4, 'Closed Date', '3/1/2012', 'closed-before-received'],
      [5, 'Received Date', '-', 'received-missing'],
      [8, '#5', 'extra', 'too-many-cells'],
      [9, 'Received Date', '12/31/2008', 'before-2009'],
      [10, 'Received Date', '2/4/2026', 'in-the-future'],
      [11, 'Closed Date', 'soon', 'date-not-understood'],
    ])
    expect(log.doubts.map(({ row, reason }) => [row, reason])).to.eql([
      [6, 'disposition-not-understood'],
      [7, 'disposition-without-date'],
    ])
  })

  it('finds the header below a title, and columns that are told', () => {
    const text = 'Registro de solicitudes 2025;;\n\nCaso;Entró;Oficina\nX;05/01/2025;CIV\n'
    const log = logOf(text, { columns: { received: 'entro', number: 'Caso' } })
    expect(log.rows).to.have.length(1)
    expect(log.rows[0]).to.include({ number: 4, received: '2025-01-05', trackingNumber: 'X' })
  })

  it('takes the order of an ambiguous column from the language of its header, and says so', () => {
    expect(logOf('id,received\n1,1/2/2012').dateOrders[0]?.reading).to.eql({
      order: 'mdy',
      because: 'assumed',
    })
    expect(logOf('folio,recepción\n1,1/2/2012').dateOrders[0]?.reading).to.eql({
      order: 'dmy',
      because: 'assumed',
    })
    expect(logOf('id,received\n1,1/2/2012', { dateOrder: 'dmy' }).rows[0]?.received).to.equal('2012-02-01')
  })

  it('passes over personal columns and names them', () => {
    const log = logOf('id,received,Requester\n1,2012-01-02,Somebody')
    expect(log.ignoredColumns).to.eql(['Requester'])
    expect(JSON.stringify(log.rows)).not.to.include('Somebody')
  })

  const refusals: readonly (readonly [string, Uint8Array | string, string])[] = [
    ['an empty file', ' \n ', 'empty-file'],
    ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'spreadsheet-file'],
    ['bytes that are no text', Buffer.from([1, 0, 2, 0, 0xff]), 'binary-file'],
    ['a header without a day of receipt', 'a,b\n1,2', 'no-received-column'],
    ['quotes that are not closed', 'id,received\n1,"2012-01-02\n2,2012-01-03', 'quote-not-closed'],
  ]
  for (const [title, bytes, refusal] of refusals) {
    it(`refuses ${title}`, () => {
      expect(read(bytes)).to.include({ ok: false, refusal })
    })
  }

  it('refuses a column that is not there', () => {
    const reading = read('id,received\n1,2012-01-02', { columns: { closed: 'Fin' } })
    expect(reading).to.eql({
      ok: false,
      refusal: 'unknown-column',
      value: 'Fin',
      option: '--closed-column',
      columns: 'id, received',
    })
  })
})
