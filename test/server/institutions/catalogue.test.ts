import { expect } from 'chai'
import { foldName } from '../../../server/domain/names.ts'
import { addInstitution } from '../../../server/institutions/add-institution.ts'
import { catalogue, seedCatalogue } from '../../../server/institutions/catalogue.ts'
import { changeInstitution } from '../../../server/institutions/change-institution.ts'
import type { Actor } from '../../../server/domain/request/events.ts'
import { refusalOf } from '../../support/refusal.ts'
import { tempContext, type TempContext } from '../../support/temp-context.ts'

const coordinator: Actor = {
  userId: 'user-coordinator',
  role: 'coordinator',
  organisationId: null,
  institutionId: null,
}
const member: Actor = { ...coordinator, role: 'organisation_member', organisationId: 'org-ceiba' }

const nursery = {
  name: 'Vivero Nacional de Ejemplo',
  acronym: 'VINE',
  kind: 'otra',
  inCapital: false,
  cutoffMinutes: null,
  hours: null,
  contact: null,
  aliases: ['Vivero'],
} as const

describe('the register of institutions', () => {
  let context: TempContext

  beforeEach(async () => {
    context = await tempContext()
  })
  afterEach(() => context.close())

  it('has the 14 ministries, and none of the bodies closed in 2020', () => {
    expect(catalogue.filter(({ kind }) => kind === 'ministerio')).to.have.length(14)
    const ids = catalogue.map(({ id }) => id)
    expect(new Set(ids).size).to.equal(ids.length)
    expect(ids).to.include.members(['mspas', 'minfin', 'sgp', 'copadeh'])
    expect(ids).not.to.include.members(['sepaz', 'saa', 'copredeh'])
  })

  it('names no two by one alias', () => {
    const aliases = catalogue.flatMap(each => each.aliases)
    expect(new Set(aliases).size).to.equal(aliases.length)
  })

  it('is seeded once, with the acuerdos, and leaves alone what was edited', async () => {
    await context.stores.institutions.change('minfin', 1, { hours: '08:00-16:30' })
    await seedCatalogue(context)
    const minfin = await context.stores.institutions.findByAlias(foldName('Ministerio de Finanzas Públicas'))
    expect(minfin).to.include({ id: 'minfin', hours: '08:00-16:30', version: 2 })
    expect(await context.stores.closures.all()).to.have.length(10)
  })

  it('does not stumble over a name that stands under another id', async () => {
    const { name } = await context.stores.institutions.change('minfin', 1, { name: 'Hacienda de Ejemplo' })
    expect(name).to.equal('Hacienda de Ejemplo')
    const taken = {
      ...nursery,
      id: 'otra',
      name: 'Ministerio de Finanzas Públicas',
      active: true,
      version: 1,
    }
    await context.stores.institutions.add(taken)
    await seedCatalogue(context)
    expect(await context.stores.institutions.find('minfin')).to.include({ name: 'Hacienda de Ejemplo' })
  })

  it('grows and changes by the coordinator, who keeps former names as aliases', async () => {
    const added = await addInstitution(context, coordinator, nursery)
    expect(added).to.include({ id: 'vine', version: 1 })
    const change = { institutionId: 'vine', version: 1, patch: { name: 'Jardín Nacional de Ejemplo' } }
    const { institution: changed } = await changeInstitution(context, coordinator, change)
    expect(changed.aliases).to.include.members(['vivero nacional de ejemplo', 'vine', 'vivero'])
    expect(await refusalOf(changeInstitution(context, coordinator, change))).to.include({ code: 'stale' })
    expect(await refusalOf(addInstitution(context, coordinator, nursery))).to.include({ code: 'duplicate' })
    expect(await refusalOf(addInstitution(context, member, nursery))).to.eql({ code: 'forbidden' })
  })
})
