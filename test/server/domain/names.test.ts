import { expect } from 'chai'
import { foldName, searchTermsOf, slugOf, unprintableIn } from '../../../server/domain/names.ts'

describe('names', () => {
  const same = [
    ['Ministerio de Educación', 'MINISTERIO  DE EDUCACION'],
    ['Kʼicheʼ', "k'iche'"],
    ['Qꞌeqchiꞌ', 'Q’eqchi’'],
    ['Año Nuevo', 'ano nuevo'],
    ['S.A.A.S.', 's a a s'],
  ] as const
  for (const [a, b] of same) {
    it(`${a} is ${b}`, () => expect(foldName(a)).to.equal(foldName(b)))
  }

  it('the words of a search: distinct, two letters at least, forty at most', () => {
    expect(searchTermsOf('Obras de Kʼicheʼ y obras', null, 'a'.repeat(50))).to.eql([
      'obras',
      'de',
      'kiche',
      'a'.repeat(40),
    ])
    expect(searchTermsOf('', null)).to.eql([])
    expect(
      searchTermsOf(Array.from({ length: 99 }, (_, index) => `palabra${index}`).join(' ')).length,
    ).to.equal(60)
  })

  it('an id made of a name', () => {
    expect(slugOf('Secretaría  de Obras (SOSEP)')).to.equal('secretaria-de-obras-sosep')
    expect(slugOf(`${'palabra '.repeat(9)}fin`).endsWith('-')).to.equal(false)
  })

  for (const name of ['Kʼicheʼ ẍ Ẍ', 'Peña & Compañía, S. A. «Ñandú» — 2.º', "Q'eqchi’ (ADEQ)"]) {
    it(`can print ${name}`, () => expect(unprintableIn(name)).to.equal(null))
  }

  for (const [name, letter] of [
    ['Unidad 🙂', '🙂'],
    ['中心', '中'],
    ['A\u200bB', '\u200b'],
  ] as const) {
    it(`cannot print ${letter} of ${name}`, () => expect(unprintableIn(name)).to.equal(letter))
  }
})
