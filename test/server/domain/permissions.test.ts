import { expect } from 'chai'
import {
  hasPermission,
  isInScope,
  maySeeInFull,
  maySeeRequest,
  requestScopeOf,
  scopeWithin,
  type Guarded,
  type Permission,
} from '../../../server/domain/permissions.ts'
import { roles, type Actor, type Role } from '../../../server/domain/request/events.ts'

function actor(role: Role, organisationId: string | null = null, institutionId: string | null = null): Actor {
  return { userId: 'u', role, organisationId, institutionId }
}

const own: Guarded = { organisationId: 'org-1', institutionId: 'ins-1', published: false }
const others: Guarded = { organisationId: 'org-2', institutionId: 'ins-2', published: false }
const published: Guarded = { ...others, published: true }

/** Role; sees its own side's, another's, another's that is published; sees in full the three of them. */
const rows: readonly (readonly [Actor, boolean, boolean, boolean, boolean, boolean, boolean])[] = [
  [actor('organisation_member', 'org-1'), true, false, false, true, false, false],
  [actor('organisation_admin', 'org-1'), true, false, false, true, false, false],
  [actor('uip_officer', null, 'ins-1'), true, false, false, true, false, false],
  [actor('uip_head', null, 'ins-1'), true, false, false, true, false, false],
  [actor('regulator'), true, true, true, true, true, true],
  [actor('coordinator'), true, true, true, true, true, true],
  [actor('system'), true, true, true, true, true, true],
  [actor('system_admin'), false, false, true, false, false, false],
  [actor('public'), false, false, true, false, false, false],
]

describe('a part of a scope', () => {
  const all = requestScopeOf(actor('regulator'))
  const sides = { institutionId: 'ins-1', organisationId: 'org-1' }

  it("is one side's own requests for who sees everything", () => {
    expect(scopeWithin(all, sides)).to.eql({ kind: 'institution', institutionId: 'ins-1' })
    const organisation = { kind: 'organisation', organisationId: 'org-1' }
    expect(scopeWithin(all, { ...sides, institutionId: null })).to.eql(organisation)
    expect(scopeWithin(all, { institutionId: null, organisationId: null })).to.eql(all)
  })

  for (const who of [
    actor('uip_head', null, 'ins-2'),
    actor('organisation_admin', 'org-2'),
    actor('public'),
  ]) {
    it(`never reaches further than that of ${who.role}`, () =>
      expect(scopeWithin(requestScopeOf(who), sides)).to.eql(requestScopeOf(who)))
  }
})

describe('who may see a request', () => {
  it('is said for every role', () =>
    expect(rows.map(([{ role }]) => role).toSorted()).to.eql([...roles].toSorted()))

  for (const [who, ...expected] of rows) {
    it(who.role, () => {
      const requests = [own, others, published]
      const seen = [
        ...requests.map(each => maySeeRequest(who, each)),
        ...requests.map(each => maySeeInFull(who, each)),
      ]
      expect(seen).to.eql(expected)
      expect(requests.map(each => isInScope(each, requestScopeOf(who)))).to.eql(expected.slice(0, 3))
    })
  }

  const stray = [
    actor('organisation_member'),
    actor('organisation_admin', ''),
    actor('organisation_member', null, 'ins-1'),
    actor('uip_officer'),
    actor('uip_head', null, ''),
    actor('uip_officer', 'org-1'),
  ]
  for (const who of stray) {
    it(`no query without a tenant: ${who.role} of ${who.organisationId ?? who.institutionId}`, () => {
      expect(() => requestScopeOf(who)).to.throw(RangeError, who.role)
    })
  }
})

describe('who may do what', () => {
  const sides = ['organisation_member', 'organisation_admin', 'uip_officer', 'uip_head'] as const
  const table: Readonly<Record<Permission, readonly Role[]>> = {
    logRequest: sides,
    proposeClosure: ['system_admin', 'regulator', 'coordinator'],
    manageInstitutions: ['system_admin', 'coordinator'],
    manageOrganisations: ['system_admin', 'coordinator'],
    makeReports: [...sides, 'regulator', 'coordinator'],
    recordActivities: ['coordinator'],
    readActivities: ['coordinator', 'regulator'],
    manageEditions: ['coordinator'],
    readDraftEditions: ['coordinator', 'regulator'],
    replyToEditions: ['uip_head'],
    readRecommendations: ['uip_officer', 'uip_head'],
    answerRecommendations: ['uip_head'],
    seeNationalPanel: ['regulator', 'coordinator'],
    runScan: ['system_admin', 'system'],
    readMessages: ['system_admin'],
    readSystemLog: ['system_admin'],
    readTexts: ['system_admin', 'coordinator'],
  }
  const permissions: readonly Permission[] = [
    'logRequest',
    'proposeClosure',
    'manageInstitutions',
    'manageOrganisations',
    'makeReports',
    'recordActivities',
    'readActivities',
    'manageEditions',
    'readDraftEditions',
    'replyToEditions',
    'readRecommendations',
    'answerRecommendations',
    'seeNationalPanel',
    'runScan',
    'readMessages',
    'readSystemLog',
    'readTexts',
  ]
  for (const permission of permissions) {
    it(permission, () => {
      expect(roles.filter(role => hasPermission(actor(role), permission)).toSorted()).to.eql(
        [...table[permission]].toSorted(),
      )
    })
  }
})
