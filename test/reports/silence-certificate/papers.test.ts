import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { textOf } from '../../../reports/blocks.ts'
import { reviewLetter } from '../../../reports/review-letter/document.ts'
import { silenceDocument } from '../../../reports/silence-certificate/document.ts'
import { longDay } from '../../../reports/long-day.ts'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { reviewGrounds } from '../../../server/domain/request/events.ts'
import { checkPdf } from '../../support/pdf-checker.ts'
import { loadPdf, renderBytes } from '../../support/rendered.ts'
import { letter } from './letter.ts'
import { silence } from './silence.ts'

const languages = ['es-GT', 'en'] as const

describe('the certificate of silence', () => {
  for (const language of languages) {
    it(`keeps the rules of a tagged PDF in ${language}, and has the same bytes twice`, async () => {
      const bytes = await renderBytes(silenceDocument({ facts: silence, language }))
      expect(checkPdf(await loadPdf(bytes))).to.eql([])
      const again = await renderBytes(silenceDocument({ facts: { ...silence }, language }))
      expect(again.equals(bytes)).to.equal(true)
    })
  }

  it('has other bytes for another fact', async () => {
    const one = await renderBytes(silenceDocument({ facts: silence, language: 'es-GT' }))
    const late = { ...silence, answeredLateOn: calendarDate('2026-02-20'), workingDaysLate: 4 }
    const other = await renderBytes(silenceDocument({ facts: late, language: 'es-GT' }))
    expect(other.equals(one)).to.equal(false)
  })

  it('carries the facts that it prints, under the hash that it names', () => {
    const { attachments, blocks, meta } = silenceDocument({ facts: silence, language: 'es-GT' })
    const [file] = attachments
    const sha256 = createHash('sha256')
      .update(file?.bytes ?? '')
      .digest('hex')
    expect(sha256).to.equal(meta.digest)
    const text = JSON.stringify(blocks)
    for (const shown of [
      sha256,
      silence.historyHash,
      silence.files[0]?.sha256 ?? '',
      'Artículo 44',
      'Artículo 55',
      'Artículo 66',
    ])
      expect(text).to.include(shown)
  })

  it('says of a change of one’s own data that nothing is to be delivered', () => {
    const { blocks } = silenceDocument({ facts: { ...silence, kind: 'habeas_modify' }, language: 'es-GT' })
    const text = JSON.stringify(blocks)
    expect(text).to.include('artículo 34')
    expect(text).to.not.include('Artículo 44, afirmativa ficta')
  })
})

describe('the letter that seeks a review', () => {
  it('keeps the rules of a tagged PDF, blank and filled in, and has the same bytes twice', async () => {
    const filled = {
      ...letter,
      text: 'Pido los contratos.\n\nSon públicos.',
      name: 'N. N.',
      notices: 'a@ejemplo.gt',
    }
    for (const facts of [letter, filled]) {
      const bytes = await renderBytes(reviewLetter(facts))
      expect(checkPdf(await loadPdf(bytes))).to.eql([])
      expect((await renderBytes(reviewLetter(facts))).equals(bytes)).to.equal(true)
    }
  })

  for (const ground of reviewGrounds) {
    it(`names the ground of article ${ground} and what is asked for`, () => {
      const text = JSON.stringify(reviewLetter({ ...letter, ground }).blocks)
      expect(text)
        .to.match(/artículo 5[45]/)
        .and.to.include('Petición: ')
    })
  }

  it('is laid out as a letter: place and day at the right, whom it is for, its reference, room to sign', () => {
    const { blocks, meta } = reviewLetter({ ...letter, caseNumber: 'UIP-7' })
    expect(meta.layout).to.equal('letter')
    const said = blocks.flatMap(block => (block.kind === 'paragraph' ? [textOf(block.runs)] : []))
    expect(said.slice(0, 5)).to.eql([
      'Guatemala, 20 de febrero de 2026',
      'Máxima autoridad',
      'Institución de ejemplo',
      'Presente',
      'Referencia: solicitud de información GT-2026-000001, expediente UIP-7.',
    ])
    const places = blocks.flatMap(block => (block.kind === 'paragraph' ? [block.place] : []))
    expect(places[0]).to.equal('end')
    expect(places.at(-2)).to.equal('sign')
  })

  it('is signed on its first page; what is not filed stands on another', async () => {
    const filled = {
      ...letter,
      text: 'Pido los contratos.\nSon públicos.',
      name: 'N. N.',
      notices: 'a@ejemplo.gt',
    }
    for (const facts of [letter, filled])
      expect((await loadPdf(await renderBytes(reviewLetter(facts)))).getPageCount()).to.equal(2)
  })

  it('names an answer by its outcome and the day of its notice', () => {
    const act = {
      kind: 'respuesta',
      outcome: 'Inexistencia',
      notifiedOn: calendarDate('2026-02-13'),
    } as const
    const text = JSON.stringify(reviewLetter({ ...letter, act, ground: '54' }).blocks)
    expect(text).to.include('viernes 13 de febrero de 2026').and.to.include('Inexistencia')
  })
})

describe('a day in words', () => {
  const cases = [
    ['2026-02-16', 'lunes 16 de febrero de 2026', 'Monday 16 February 2026'],
    ['2024-02-29', 'jueves 29 de febrero de 2024', 'Thursday 29 February 2024'],
    ['2009-04-21', 'martes 21 de abril de 2009', 'Tuesday 21 April 2009'],
  ] as const
  for (const [day, es, en] of cases) {
    it(day, () => {
      expect(longDay(calendarDate(day), 'es-GT')).to.equal(es)
      expect(longDay(calendarDate(day), 'en')).to.equal(en)
    })
  }
})
