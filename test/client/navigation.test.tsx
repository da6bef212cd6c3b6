import { expect } from 'chai'
import { render } from 'preact-render-to-string'
import { Navigation } from '../../client/parts/navigation.tsx'
import { hasPermission } from '../../server/domain/permissions.ts'
import { pageContext } from './stories/contexts.ts'

const roles = [
  'organisation_member',
  'organisation_admin',
  'uip_officer',
  'uip_head',
  'regulator',
  'coordinator',
  'system_admin',
] as const

describe('the menu', () => {
  for (const role of roles) {
    it(`leads a ${role} to the report only where it opens`, () => {
      const html = render(<Navigation ctx={pageContext('es', role, '/')} />)
      const actor = { userId: 'u', role, organisationId: null, institutionId: null }
      if (html.includes('/informe')) expect(hasPermission(actor, 'makeReports')).to.equal(true)
    })
  }
})
