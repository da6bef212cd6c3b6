import { expect } from 'chai'
import { renderToString } from 'preact-render-to-string'
import { InstitutionChoices } from '../../../client/parts/institution-choices.tsx'
import { formState, pageContext } from '../stories/contexts.ts'
import { manyInstitutions } from '../stories/institutions.ts'

describe('institutions to tick', () => {
  it('lies folded by kind until something is searched', () => {
    expect(openGroups({})).to.eql([false, false, false, false])
  })

  it('opens every group that holds a result', () => {
    expect(openGroups({ searched: true })).to.eql([true, true, true, true])
  })

  it('opens the group of a box that is ticked', () => {
    expect(openGroups({ chosen: ['mem'] })).to.eql([true, false, false, false])
  })

  it('reads out the whole name of a box and shows what tells it apart from its group', () => {
    expect(rendered({ searched: true }))
      .to.include('<span class="hidden">Ministerio de </span>Energía y Minas</label>')
      .and.include('>Instituto Nacional de Cosas Imaginadas 1</label>')
  })
})

interface Shown {
  readonly searched?: boolean
  readonly chosen?: readonly string[]
}

function openGroups(shown: Shown) {
  return [...rendered(shown).matchAll(/<details class="choice-group"([^>]*)>/g)].map(([, attributes]) =>
    (attributes ?? '').includes('open'),
  )
}

function rendered({ searched = false, chosen = [] }: Shown): string {
  return renderToString(
    <InstitutionChoices
      ctx={pageContext('es', 'organisation_member', '/solicitudes/nueva')}
      form={formState({ institutionIds: chosen })}
      name="institutionIds"
      label="Otras instituciones"
      options={manyInstitutions}
      searched={searched}
    />,
  )
}
