import { expect } from 'chai'
import { institutionFinder } from '../../../server/imports/institution-finder.ts'
import { catalogue } from '../../../server/institutions/catalogue.ts'

describe('the institution that a log names', () => {
  const names = [
    'MINEDUC',
    'ministerio de educacion',
    'Ministerio de Educación -MINEDUC-',
    'Ministerio de Educación (MINEDUC)',
    'MINEDUC, Ministerio de Educación',
  ]
  for (const name of names) {
    it(`is known as ${name}`, () => {
      const finder = institutionFinder(catalogue, { create: true })
      expect([finder.find(name)?.id, finder.made()]).to.eql(['mineduc', []])
    })
  }

  it('is another where its name and its acronym are of two', () => {
    const finder = institutionFinder(catalogue, { create: true })
    expect(finder.find('Ministerio de Finanzas Públicas (MINEDUC)')?.id).not.to.be.oneOf([
      'mineduc',
      'minfin',
    ])
    expect(institutionFinder(catalogue, { create: false }).find('MINEDUC Sololá')).to.equal(null)
  })

  it('is made once, however often it is named', () => {
    const finder = institutionFinder(catalogue, { create: true })
    const found = ['Municipalidad de Sololá', 'MUNICIPALIDAD DE SOLOLA'].map(name => finder.find(name)?.id)
    expect(found).to.eql(['municipalidad-de-solola', 'municipalidad-de-solola'])
    expect(finder.made()).to.have.length(1)
  })
})
