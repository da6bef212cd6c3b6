import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import { foldedFieldsOf } from '../../../server/domain/request/folded-fields.ts'
import { foldRequest } from '../../../server/domain/request/fold.ts'
import type { Actor } from '../../../server/domain/request/events.ts'
import { importLog, type ImportOptions, type ImportResult } from '../../../server/imports/import-log.ts'
import { readLog } from '../../../server/imports/read-log.ts'
import type { InformationRequest } from '../../../server/store/request-store.ts'
import { hashOfEvent } from '../../../server/store/seal-events.ts'
import { tempContext, type TempContext } from '../../support/temp-context.ts'

const organisation = {
  id: 'org-ceiba',
  name: 'Ceiba',
  foldedName: 'ceiba',
  active: true,
  version: 1,
} as const

const actor: Actor = {
  userId: 'import',
  role: 'organisation_member',
  organisationId: organisation.id,
  institutionId: null,
}

const header = 'Request ID,Office,Received,Closed,Disposition'

describe('importing a log', () => {
  let context: TempContext

  beforeEach(async () => {
    context = await tempContext({ now: '2026-11-23' })
  })
  afterEach(() => context.close())

  async function bring(
    bytes: Uint8Array | string,
    options: Partial<ImportOptions> & { fileName?: string } = {},
  ): Promise<ImportResult> {
    const { fileName = 'log.csv', ...rest } = options
    const reading = readLog(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, {
      fileName,
      columns: {},
      dateOrder: null,
      today: context.clock.today(),
    })
    if (!reading.ok) throw new Error(reading.refusal)
    return importLog(context, actor, reading.log, {
      organisation,
      isNewOrganisation: true,
      institution: null,
      createInstitutions: true,
      dryRun: false,
      ...rest,
    })
  }

  function row(...lines: readonly string[]): string {
    return [header, ...lines].join('\n')
  }

  async function stored(): Promise<InformationRequest[]> {
    const { requests } = context.stores
    const query = { view: 'todas', to: context.clock.today() } as const
    return (await requests.list({ kind: 'everything' }, query, { limit: 1_000, after: null })).items
  }

  async function lawOfMem() {
    const institution = await context.stores.institutions.find('mem')
    if (!institution) throw new Error('No institution')
    return context.calendars.lawOf(institution)
  }

  function counts({ read, added, same, changed, refusedRows }: ImportResult) {
    return { read, added, same, changed, refusedRows }
  }

  const logs: readonly (readonly [string, number])[] = [
    ['aphis-2012-02.csv', 83],
    ['doj-oip-2017-part1.csv', 122],
  ]
  for (const [fileName, rows] of logs) {
    it(`takes all of ${fileName}, foretells it, and adds nothing the second time`, async () => {
      const bytes = await readFile(`test/fixtures/logs/${fileName}`)
      const all = { read: rows, added: rows, same: 0, changed: 0, refusedRows: 0 }
      expect(counts(await bring(bytes, { fileName, dryRun: true }))).to.eql(all)
      expect(await stored()).to.eql([])
      expect(await context.stores.organisations.find(organisation.id)).to.equal(null)
      const first = await bring(bytes, { fileName })
      expect(counts(first)).to.eql(all)
      expect(first.problems).to.eql([])
      const before = await stored()
      expect(before).to.have.length(rows)
      expect(counts(await bring(bytes, { fileName }))).to.eql({ ...all, added: 0, same: rows })
      expect(await stored()).to.eql(before)
    })
  }

  it('takes the institution of the first log from its numbers, and says that its rules are not ours', async () => {
    const bytes = await readFile('test/fixtures/logs/aphis-2012-02.csv')
    const { notes } = await bring(bytes, { fileName: 'aphis-2012-02.csv' })
    expect(notes.map(({ code }) => code)).to.include.members(['law-clocks', 'due-column-unused'])
    expect(notes.find(({ code }) => code === 'institution-from-numbers')?.values).to.eql({ name: 'APHIS' })
    const first = (await stored()).find(({ title }) => title.endsWith('(2012-APHIS-01438-F)'))
    expect(first?.institutionId).to.equal('aphis')
    expect(first?.body).to.include('5/31/2012')
    // 2 February 2012 and ten working days: its own target, of 31 May, is no term of ours.
    expect(first?.dueOn).to.equal('2012-02-16')
  })

  it('makes one request of each office that a request was split over', async () => {
    await bring(row('7,Office A,1/13/2017,,', '7,Office B,1/13/2017,,'))
    expect((await stored()).map(({ institutionId }) => institutionId).sort()).to.eql(['office-a', 'office-b'])
  })

  it('gives each ending its act: an answer that is stated, a withdrawal, an answer of unknown sense', async () => {
    await bring(
      row(
        '1,MINEDUC,1/13/2025,1/20/2025,Full grant',
        '2,MINEDUC,1/13/2025,1/20/2025,Request withdrawn',
        '3,Ministerio de Educacion,1/13/2025,1/20/2025,All records referred to another agency',
        '4,mineduc,1/13/2025,1/13/2025,',
      ),
    )
    const requests = (await stored()).sort((a, b) => (a.title < b.title ? -1 : 1))
    expect(
      requests.map(({ outcome, answeredOn, institutionId }) => [outcome, answeredOn, institutionId]),
    ).to.eql([
      ['entrega_total', '2025-01-20', 'mineduc'],
      [null, null, 'mineduc'],
      [null, '2025-01-20', 'mineduc'],
      [null, '2025-01-13', 'mineduc'],
    ])
    const third = requests[2]?.events[1]
    expect(third?.type === 'stated' && third.data.note).to.equal('All records referred to another agency')
    expect(requests[1]?.events[1]?.type).to.equal('withdrawn')
    expect(requests[0]?.events[0]?.evidence[0]?.note).to.match(/^log\.csv, fila 2, SHA-256 [0-9a-f]{64}$/)
  })

  it('appends what a later log says, keeps what was said, and settles', async () => {
    const steps: readonly (readonly [string, Partial<ImportResult>])[] = [
      ['1,MEM,1/13/2025,,', { added: 1 }],
      ['1,MEM,1/13/2025,1/27/2025,', { changed: 1 }],
      ['1,MEM,1/13/2025,1/27/2025,No records', { changed: 1 }],
      ['1,MEM,1/13/2025,1/28/2025,No records', { changed: 1 }],
      ['1,MEM,1/14/2025,1/28/2025,No records', { changed: 1 }],
      ['1,MEM,1/14/2025,1/28/2025,Full grant', { changed: 1 }],
      ['1,MEM,1/14/2025,1/28/2025,Full grant', { same: 1 }],
      // An older copy of the log is silent on the end: silence takes nothing back.
      ['1,MEM,1/14/2025,,', { same: 1 }],
    ]
    for (const [line, expected] of steps) {
      const nothing = { read: 1, added: 0, same: 0, changed: 0, refusedRows: 0 }
      expect(counts(await bring(row(line))), line).to.eql({ ...nothing, ...expected })
    }
    const [request] = await stored()
    if (!request) throw new Error('Nothing was stored')
    expect(request.events.map(({ type }) => type)).to.eql([
      'filed',
      'stated',
      'stated',
      'corrected',
      'corrected',
      'stated',
    ])
    expect(request).to.include({
      receivedOn: '2025-01-14',
      answeredOn: '2025-01-28',
      outcome: 'entrega_total',
    })
    request.events.slice(1).forEach((event, index) => {
      const before = request.events[index]
      expect(event.prev).to.equal(before && hashOfEvent(before))
    })
    const folded = foldRequest(request.events, await lawOfMem())
    expect(folded.receivedOn).to.equal(request.receivedOn)
  })

  it('takes rows of one number in one file as one request, whichever way it is run', async () => {
    const text = row('1,MEM,1/13/2025,,', '1,MEM,1/13/2025,,', '1,MEM,1/13/2025,1/27/2025,Full grant')
    const expected = { read: 3, added: 1, same: 1, changed: 1, refusedRows: 0 }
    expect(counts(await bring(text, { dryRun: true }))).to.eql(expected)
    expect(counts(await bring(text))).to.eql(expected)
    expect(counts(await bring(text))).to.eql({ ...expected, added: 0, same: 3, changed: 0 })
    expect((await stored()).map(({ outcome }) => outcome)).to.eql(['entrega_total'])
  })

  it('knows rows without a number by what does not change, and by their turn', async () => {
    const first = 'office,received,closed\nMEM,1/13/2025,\nMEM,1/13/2025,\n'
    const later = 'office,received,closed\nMEM,1/13/2025,1/20/2025\nMEM,1/13/2025,\n'
    expect(counts(await bring(first))).to.include({ added: 2 })
    expect(counts(await bring(later))).to.include({ added: 0, changed: 1, same: 1 })
  })

  it('refuses rows of institutions that nobody knows, unless they may be made', async () => {
    const text = row('1,MEM,1/13/2025,,', '2,Oficina de Ejemplo,1/13/2025,,', '3,,1/13/2025,,')
    const result = await bring(text, { createInstitutions: false })
    expect(counts(result)).to.eql({ read: 3, added: 1, same: 0, changed: 0, refusedRows: 2 })
    expect(result.problems).to.eql([
      { row: 3, column: 'Office', value: 'Oficina de Ejemplo', reason: 'unknown-institution' },
      { row: 4, column: 'Office', value: '', reason: 'institution-missing' },
    ])
    expect(counts(await bring(text))).to.include({ added: 1, same: 1, refusedRows: 1 })
    expect(await context.stores.institutions.find('oficina-de-ejemplo')).to.include({
      kind: 'otra',
      inCapital: false,
      name: 'Oficina de Ejemplo',
    })
  })

  it('does not argue anew with what people corrected by hand', async () => {
    const text = row('1,MEM,1/13/2025,1/27/2025,Full grant')
    await bring(text)
    const [request] = await stored()
    if (!request) throw new Error('Nothing was stored')
    const [filed] = request.events
    if (!filed) throw new Error('No filing')
    const { recordedAt } = filed
    const byHand = {
      ...{ id: 'by-hand', occurredOn: filed.occurredOn, occurredAt: null, recordedAt, actor, prev: '' },
      type: 'corrected',
      evidence: [],
      data: {
        corrects: filed.id,
        occurredOn: filed.occurredOn,
        occurredAt: null,
        reason: 'x',
        approvedBy: 'y',
      },
    } as const
    const whole = { ...request, events: [...request.events, byHand] }
    const folded = foldedFieldsOf(whole, await lawOfMem(), context.clock.today())
    await context.stores.requests.append(request, [byHand], folded)
    expect(counts(await bring(text))).to.include({ same: 1, changed: 0 })
  })
})
