import { expect } from 'chai'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { lawsByInstitution } from '../../../server/jobs/laws-by-institution.ts'
import { anInstitution } from '../../support/request-builder.ts'
import { tempContext, type TempContext } from '../../support/temp-context.ts'

describe('how institutions count, in a pass that takes its time', () => {
  let context: TempContext

  beforeEach(async () => {
    context = await tempContext({ now: '2026-02-02' })
    await context.stores.institutions.add(anInstitution({ id: 'inst-caminos' }))
  })
  afterEach(() => context.close())

  it('is as of the last acuerdo that was recorded meanwhile', async () => {
    const lawOf = lawsByInstitution(context)
    const before = await lawOf('inst-caminos')
    expect(before.calendar.isWorkingDay(calendarDate('2026-02-10'))).to.equal(true)
    await context.stores.closures.add({
      ...{ id: 'ag-1', name: 'Cierre', source: 'Acuerdo Gubernativo 1-2026 de ejemplo' },
      ...{ days: [calendarDate('2026-02-10')], publishedOn: null, doubt: null },
      ...{ scope: { kind: 'all' }, countsAsNonWorking: true },
      ...{ recordedAt: context.clock.now(), recordedBy: 'user-coordinator' },
    })
    const after = await lawOf('inst-caminos')
    expect(after.calendar.isWorkingDay(calendarDate('2026-02-10'))).to.equal(false)
  })

  it('is as of the hours that an office was given meanwhile', async () => {
    const lawOf = lawsByInstitution(context)
    expect((await lawOf('inst-caminos')).policy.cutoffMinutes).to.equal(null)
    await context.stores.institutions.change('inst-caminos', 1, { cutoffMinutes: 960 })
    expect((await lawOf('inst-caminos')).policy.cutoffMinutes).to.equal(960)
  })

  it('is the very same while nothing was recorded, so that what follows from it can be kept', async () => {
    const lawOf = lawsByInstitution(context)
    expect(await lawOf('inst-caminos')).to.equal(await lawsByInstitution(context)('inst-caminos'))
  })
})
