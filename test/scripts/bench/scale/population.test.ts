import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { benchUser, preparePopulation, workingDayAfter } from '../../../../scripts/bench/scale/population.ts'
import { movableClock, openBench } from '../../../../scripts/bench/store.ts'
import { calendarDate } from '../../../../server/domain/calendar/calendar-date.ts'

describe('a population for the bench', function () {
  this.timeout(60_000)
  let dir = ''
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'vigia-population-'))
  })
  afterEach(() => rm(dir, { recursive: true, force: true }))

  it('is made once, and what is missing of it is added', async () => {
    const first = await preparePopulation({ dir, requests: 30 })
    expect(first.day).to.equal('2026-03-02')
    expect(first.seeded?.requests).to.equal(30)
    expect(await preparePopulation({ dir, requests: 30 })).to.eql({ seeded: null, day: '2026-03-02' })
    const more = await preparePopulation({ dir, requests: 50 })
    expect(more.seeded?.requests).to.equal(20)
  })

  it('goes on after the acuerdo of a run that has written into it', async () => {
    await preparePopulation({ dir, requests: 10 })
    const day = calendarDate('2026-03-04')
    const context = await openBench(dir, movableClock('2026-03-03'))
    await context.stores.closures.add({
      ...{ id: 'of-a-run', days: [day], name: 'Ejemplo', source: 'Acuerdo de ejemplo', publishedOn: null },
      ...{
        scope: { kind: 'all' },
        countsAsNonWorking: true,
        doubt: null,
        recordedAt: context.clock.now(),
        recordedBy: benchUser,
      },
    })
    await context.engine.close()
    expect((await preparePopulation({ dir, requests: 10 })).day).to.equal('2026-03-05')
  })

  it('counts working days from the first on', () => {
    expect(workingDayAfter(calendarDate('2026-03-06'), 1)).to.equal('2026-03-09')
    expect(workingDayAfter(calendarDate('2026-03-07'), 1)).to.equal('2026-03-10')
  })
})
