import { expect } from 'chai'
import type { Actor } from '../../server/domain/request/events.ts'
import { calendarDate } from '../../server/domain/calendar/calendar-date.ts'
import { addEdition } from '../../server/editions/edit-edition.ts'
import { openReply } from '../../server/editions/open-reply.ts'
import { publishEdition, wordsOf } from '../../server/editions/publish-edition.ts'
import { replyTo } from '../../server/editions/speak.ts'
import { pressedEditions, type EditionWork } from '../../server/press-work.ts'
import { editionPrinter } from '../../server/print-edition.ts'
import { createPress, type SharedPress } from '../../server/reports/press.ts'
import { createPressLine } from '../../server/reports/press-line.ts'
import { startReportWorker } from '../../server/start-report-worker.ts'
import { refusalOf } from '../support/refusal.ts'
import { aRequest } from '../support/request-builder.ts'
import { tempContext, type TempContext } from '../support/temp-context.ts'
import { addSides, sides } from '../support/test-server.ts'

const coordinator: Actor = {
  ...{ userId: 'coordinacion', role: 'coordinator', organisationId: null, institutionId: null },
}
const head: Actor = {
  ...{ userId: 'jefatura', role: 'uip_head', organisationId: null, institutionId: sides.institution },
}

describe('an edition printed by the worker', function () {
  this.timeout(60_000)
  let context: TempContext
  let press: SharedPress<EditionWork>

  beforeEach(async () => {
    context = await tempContext({ now: '2026-04-06' })
    await addSides({ context })
    for (const received of ['2026-01-12', '2026-02-03'])
      await context.stores.requests.add(aRequest({ received }))
    press = createPress<EditionWork>(
      createPressLine(() => startReportWorker(context.config)),
      context.clock,
    )
  })
  afterEach(async () => {
    await press.close()
    await context.close()
  })

  async function repliedTo(text: string): Promise<string> {
    const period = { from: calendarDate('2026-01-01'), to: calendarDate('2026-03-31'), asOf: null }
    const { id } = await addEdition(context, coordinator, {
      id: 'e1',
      input: { ...period, supersedes: null },
    })
    await openReply(context, coordinator, pressedEditions(press), { id, version: 1, days: 5 })
    await replyTo(context, head, { id, text })
    context.setNow('2026-04-20')
    return id
  }

  function publish(id: string) {
    return publishEdition(context, coordinator, pressedEditions(press), { id, version: 2, changes: [] })
  }

  it('has the bytes and the pages of one printed where it is asked for', async () => {
    const id = await repliedTo('Las fechas son correctas.')
    const edition = await publish(id)
    const here = editionPrinter(context)
    const printed = await here.print(edition, await wordsOf(context, edition))
    for (const { kind, bytes } of printed) {
      const { sha256 } = edition.files.find(file => file.kind === kind) ?? { sha256: '' }
      const kept: Uint8Array[] = []
      for await (const piece of await context.engine.files.open(sha256)) kept.push(piece)
      expect(Buffer.concat(kept).equals(bytes), kind).to.equal(true)
    }
    expect(edition.files).to.have.length(printed.length)
    expect(await pressedEditions(press).pagesOf(edition)).to.eql(await here.pagesOf(edition))
  })

  it('is refused in the words of one printed where it is asked for, and stays as it was', async () => {
    const id = await repliedTo('Un signo que la letra no tiene: 한.')
    const before = await context.stores.editions.find(id)
    const refusal = await refusalOf(publish(id))
    expect(refusal).to.include({ code: 'missing-glyph', character: '한' })
    expect(before).to.not.equal(null)
    if (!before) return
    const here = editionPrinter(context).print({ ...before }, await wordsOf(context, before))
    expect(refusal).to.eql(await refusalOf(here))
    expect(await context.stores.editions.find(id)).to.eql(before)
  })

  it('stays as it was when the worker is closed meanwhile', async () => {
    const id = await repliedTo('Las fechas son correctas.')
    const before = await context.stores.editions.find(id)
    const publishing = refusalOf(publish(id))
    setImmediate(() => void press.close())
    expect(await publishing).to.include({ code: 'report-interrupted' })
    expect(await context.stores.editions.find(id)).to.eql(before)
  })
})
