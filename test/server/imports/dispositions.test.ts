import { expect } from 'chai'
import { outcomes } from '../../../server/domain/request/states.ts'
import { readDisposition } from '../../../server/imports/dispositions.ts'

const noSense = { kind: 'no-sense' }
const answer = (outcome: string, groundless = false) => ({ kind: 'answer', outcome, groundless })

describe('the words of a disposition', () => {
  const cases: readonly (readonly [string, object])[] = [
    ['Full grant', answer('entrega_total')],
    ['Partial grant/partial denial', answer('entrega_parcial')],
    ['No records', answer('inexistencia')],
    ['Full denial based on exemptions', answer('negativa_confidencial', true)],
    ['Request withdrawn', { kind: 'withdrawn' }],
    ['All records referred to another agency', noSense],
    ['Not an agency record', noSense],
    ['Other - Directed Requester to Another Entity Subject to the FOIA', noSense],
    ['Other - Records Publically Available', noSense],
    ['Other - Referred Documents not Responsive', noSense],
    ['Other - Referred records improperly directed', noSense],
    ['Duplicate request', noSense],
    ['Entregada', answer('entrega_total')],
    ['Entrega parcial', answer('entrega_parcial')],
    ['Negativa parcial', answer('entrega_parcial')],
    ['Información reservada', answer('negativa_reserva')],
    ['Información confidencial', answer('negativa_confidencial')],
    ['Denegada', answer('negativa_confidencial', true)],
    ['Inexistencia de la información', answer('inexistencia')],
    ['Desechada', answer('desechada')],
    ['Desistida por el solicitante', { kind: 'withdrawn' }],
    ['Remitida al MINFIN', noSense],
    ['En trámite', { kind: 'open' }],
    ['Pending', { kind: 'open' }],
    ['Qwerty', { kind: 'unknown' }],
  ]
  for (const [words, says] of cases) {
    it(`"${words}" is ${JSON.stringify(says)}`, () => {
      expect(readDisposition(words)).to.eql(says)
    })
  }

  it("knows the law's own names", () => {
    for (const outcome of outcomes) expect(readDisposition(outcome)).to.eql(answer(outcome))
  })
})
