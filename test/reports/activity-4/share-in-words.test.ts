import { expect } from 'chai'
import { summaryEn } from '../../../reports/activity-4/summary-texts.en.ts'
import { summaryEs } from '../../../reports/activity-4/summary-texts.es.ts'

describe('a share in words', () => {
  const cases: readonly [number, string, string][] = [
    [0, 'ninguna solicitud', 'no request'],
    [0.004, 'muy pocas solicitudes', 'very few requests'],
    [0.055, 'menos de una de cada diez solicitudes', 'fewer than one in ten requests'],
    [0.08, 'casi una de cada diez solicitudes', 'nearly one in ten requests'],
    [0.1, 'una de cada diez solicitudes', 'one in ten requests'],
    [0.283, 'casi tres de cada diez solicitudes', 'nearly three in ten requests'],
    [0.46, 'casi la mitad de las solicitudes', 'nearly half of the requests'],
    [0.5, 'la mitad de las solicitudes', 'half of the requests'],
    [0.53, 'poco más de la mitad de las solicitudes', 'a little over half of the requests'],
    [0.786, 'casi ocho de cada diez solicitudes', 'nearly eight in ten requests'],
    [0.91, 'nueve de cada diez solicitudes', 'nine in ten requests'],
    [0.95, 'más de nueve de cada diez solicitudes', 'over nine in ten requests'],
    [0.99, 'casi todas las solicitudes', 'nearly all requests'],
    [1, 'todas las solicitudes', 'all requests'],
  ]
  for (const [share, spanish, english] of cases) {
    it(`${share}: ${spanish}`, () => {
      expect(summaryEs.requests(share)).to.equal(spanish)
      expect(summaryEn.requests(share)).to.equal(english)
    })
  }

  it('names a tenth no further than five points away', () => {
    for (let points = 0; points <= 100; points += 1) {
      expect(summaryEs.answers(points / 100), String(points)).to.match(/respuestas?$/)
      expect(summaryEn.extended(points / 100), String(points)).not.to.match(
        /\bin ten\b.*\bin ten\b|undefined/,
      )
    }
  })
})
