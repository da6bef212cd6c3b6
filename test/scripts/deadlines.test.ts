import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { RefusedError, UsageError } from '../../scripts/command.ts'
import { readExamples } from '../../scripts/deadlines/examples.ts'
import { readQuestion } from '../../scripts/deadlines/options.ts'

const script = new URL('../../scripts/deadlines.ts', import.meta.url).pathname
const fixture = new URL('../fixtures/law/deadline-examples.json', import.meta.url).pathname

interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

function run(...args: readonly string[]): Promise<Run> {
  return runIn({}, ...args)
}

function runIn(settings: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Run> {
  return new Promise(resolve => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', script, ...args],
      { env: { ...process.env, ...settings } },
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    )
  })
}

describe('npm run deadlines', () => {
  it('finds no difference in the worked examples', async () => {
    const { code, stdout, stderr } = await run('--examples', fixture)
    expect(JSON.parse(stdout)).to.eql({ checked: 26, mismatches: [] })
    expect([code, stderr]).to.eql([0, ''])
  })

  it('reports each difference, and an alternative that it does not know', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vigia-examples-'))
    try {
      const file = join(folder, 'examples.json')
      const { meta, examples } = JSON.parse(await readFile(fixture, 'utf8'))
      const [example] = examples
      const changed = {
        ...example,
        expected: { ...example.expected, responseDue: '2026-02-17' },
        countedDays: ['2026-02-03'],
        alternatives: {
          halfMoon: { responseDue: '2026-02-16' },
          literalCount: { responseDue: '2026-02-18' },
          noSuspension: { countedDays: example.countedDays },
        },
      }
      const impossible = { ...example, id: 'impossible', receivedAt: '2026-02-30T09:00:00-06:00' }
      const annualReportDue = { ...meta.annualReportDue, 2025: '2026-01-31' }
      await writeFile(file, JSON.stringify({ meta: { annualReportDue }, examples: [changed, impossible] }))
      const { code, stdout } = await run('--examples', file, '--json')
      const { checked, mismatches } = JSON.parse(stdout)
      const found = mismatches.map((one: Record<string, unknown>) => [
        one['id'],
        one['alternative'],
        one['field'],
      ])
      expect(code).to.equal(1)
      expect(checked).to.equal(5)
      expect(found).to.eql([
        ['E01', null, 'responseDue'],
        ['E01', null, 'countedDays'],
        ['E01', 'halfMoon', 'alternative'],
        ['E01', 'literalCount', 'responseDue'],
        ['impossible', null, 'error'],
        ['annualReportDue', null, '2025'],
      ])
      expect(mismatches[0]).to.include({ expected: '2026-02-17', actual: '2026-02-16' })
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('answers one case as one JSON document', async () => {
    const { code, stdout } = await run(
      '--received',
      '2026-12-21T09:00:00-06:00',
      '--capital',
      '--json',
      '--event',
      'type=extension_notified,at=2027-01-05T11:00:00-06:00,days=10',
    )
    const answer = JSON.parse(stdout)
    expect(code).to.equal(0)
    expect(answer).to.include({ kind: 'access', inCapital: true, isLaw: true })
    expect(answer).to.include({ responseDue: '2027-01-06', extendedResponseDue: '2027-01-20' })
    expect(answer.ledger.filter((day: { counted: boolean }) => day.counted)).to.have.length(10)
  })

  it('answers for people, with the acuerdos and a reading of the law', async () => {
    const { code, stdout } = await run(
      '--received',
      '2025-12-16',
      '--closures',
      '--policy',
      'weekendReceipt=literal',
      '--policy',
      'alternative=noSuspension',
    )
    expect(code).to.equal(0)
    expect(stdout).to.match(/Vence la respuesta \(art\. 42\) +mar 2026-01-06/)
    expect(stdout).to.match(
      /– {2}vie 2025-12-26 {2}no cuenta {2}Permiso de fin de año \(Acuerdo Gubernativo 222-2025\)/,
    )
    expect(stdout).to.contain('sin hora: se cuenta como recibida al comenzar la jornada')
  })

  it('counts a case by the readings of the configuration, and says so; examples say their own', async () => {
    const settings = { COUNTING_POLICY: 'weekendReceipt=literal' }
    const [case1, case2, examples] = await Promise.all([
      runIn(settings, '--received', '2026-02-07', '--capital'),
      runIn(settings, '--received', '2026-02-07', '--capital', '--policy', 'weekendReceipt=next-working-day'),
      runIn(settings, '--examples', fixture),
    ])
    expect(case1.stdout).to.match(/Vence la respuesta \(art\. 42\) +vie 2026-02-20/)
    expect(case1.stdout).to.contain('otra lectura de la ley: weekendReceipt=literal')
    expect(case2.stdout).to.match(/Vence la respuesta \(art\. 42\) +lun 2026-02-23/)
    expect(case2.stdout).not.to.contain('otra lectura')
    expect(examples.code).to.equal(0)
  })

  it('ends with 2 where a setting is wrong, naming it', async () => {
    const { code, stdout, stderr } = await runIn({ COUNTING_POLICY: 'moon=full' }, '--received', '2026-02-07')
    expect([code, stdout]).to.eql([2, ''])
    expect(stderr).to.contain('COUNTING_POLICY (unknown-option: moon=full)')
  })

  const wrong = [
    ['nothing to count', [], '--received'],
    ['30 February', ['--received', '2026-02-30'], '2026-02-30 no existe'],
    ['an instant without a zone', ['--received', '2026-02-02T09:00:00'], '-06:00'],
    ['a day before 2009', ['--received', '2008-12-31'], '2009-01-01'],
    ['an unknown reading', ['--received', '2026-02-02', '--policy', 'moon=full'], 'weekendReceipt'],
    ['an unknown value', ['--received', '2026-02-02', '--policy', 'halfDays=never'], 'do-not-count'],
    ['an unknown alternative', ['--received', '2026-02-02', '--policy', 'alternative=moon'], 'noSuspension'],
    ['an unknown kind', ['--received', '2026-02-02', '--kind', 'moon'], 'habeas_modify'],
    ['an unknown event', ['--received', '2026-02-02', '--event', 'type=moon,at=2026-02-03'], 'review_filed'],
    ['an unknown option', ['--moon'], '--moon'],
  ] as const

  for (const [title, args, named] of wrong) {
    it(`says what is wrong with ${title}`, () => {
      expect(() => readQuestion([...args])).to.throw(UsageError, named)
    })
  }

  it('ends with 2, nothing on stdout and no stack, where it was called wrongly', async () => {
    const { code, stdout, stderr } = await run('--received', '2026-02-30')
    expect([code, stdout]).to.eql([2, ''])
    expect(stderr).to.match(/^--received: el día 2026-02-30 no existe[^\n]*\n$/)
  })

  it('says which file is not there', async () => {
    const error: unknown = await readExamples('/nowhere.json').catch((found: unknown) => found)
    expect(error).to.be.instanceOf(UsageError).with.property('message').that.contains('/nowhere.json')
  })

  it('refuses a file that is not one of examples, by its reason and place', async () => {
    const example = { id: 'A', receivedAt: '2026-02-02', expected: {} }
    const files = [
      ['no es JSON', '{'],
      ['el documento: ', '[]'],
      ['examples: Complete este campo.', '{}'],
      ['examples.0.receivedAt: Complete este campo.', '{"examples": [{"id": "A"}]}'],
      ['examples.0.events.0.at: ', JSON.stringify({ examples: [{ ...example, events: [{ type: 'x' }] }] })],
    ] as const
    const folder = await mkdtemp(join(tmpdir(), 'vigia-examples-'))
    try {
      const file = join(folder, 'examples.json')
      for (const [named, text] of files) {
        await writeFile(file, text)
        const error = await readExamples(file).catch((found: unknown) => found)
        expect(error, text).to.be.instanceOf(RefusedError).with.property('message').that.contains(named)
        expect(String(error), text).not.to.match(/must be|is required/)
      }
      await writeFile(file, `\uFEFF${JSON.stringify({ examples: [example] })}`)
      expect((await readExamples(file)).examples).to.have.length(1)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('ends with 1 where the terms run past the known calendar', async () => {
    const { code, stdout, stderr } = await run('--received', '2060-12-20')
    expect([code, stdout]).to.eql([1, ''])
    expect(stderr).to.contain('2060-12-31')
  })
})
