import { Worker } from 'node:worker_threads'
import { expect } from 'chai'
import { systemClock } from '../../../server/clock.ts'
import { AppError } from '../../../server/errors.ts'
import { createPress } from '../../../server/reports/press.ts'
import { createPressLine } from '../../../server/reports/press-line.ts'
import { refusalOf } from '../../support/refusal.ts'

/** Stands for the report worker: does as its order says. */
const obedient = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', said => {
    if (said === 'end') process.exit(7)
    const { work } = said
    if (work.kind === 'die') process.exit(1)
    if (work.kind === 'spin') for (;;);
    if (work.kind === 'throw') setImmediate(() => { throw new Error('a fault') })
    if (work.kind === 'name') parentPort.postMessage({ kind: 'done', result: work.name })
  })
`

type Told =
  { readonly kind: 'die' | 'throw' | 'never' | 'spin' } | { readonly kind: 'name'; readonly name: string }

describe('the press', () => {
  const press = () =>
    createPress<Told>(
      createPressLine(() => new Worker(obedient, { eval: true })),
      systemClock('America/Guatemala'),
    )

  for (const kind of ['die', 'throw'] as const) {
    it(`says that its worker has ended (${kind}), and makes the next with another`, async () => {
      const { run, close } = press()
      expect(await refusalOf(run({ kind }))).to.include({ code: 'report-worker-ended' })
      expect(await run<string>({ kind: 'name', name: 'next' })).to.equal('next')
      await close()
    })
  }

  for (const { kind, code } of [
    { kind: 'never', code: 7 },
    { kind: 'spin', code: 1 },
  ] as const) {
    it(`asks its worker to end, and ends it where it does not (${kind})`, async () => {
      const codes: number[] = []
      const line = createPressLine(
        () => new Worker(obedient, { eval: true }).on('exit', ended => codes.push(ended)),
        kind === 'spin' ? 100 : 60_000,
      )
      const { run } = createPress<Told>(line, systemClock('America/Guatemala'))
      const cancelled = new AbortController()
      const making = refusalOf(run({ kind }, { signal: cancelled.signal }))
      setImmediate(() => cancelled.abort(new AppError('report-cancelled')))
      expect(await making).to.include({ code: 'report-cancelled' })
      expect(codes).to.eql([code])
    })
  }

  it('tells each how many are before it, and moves them up when one leaves', async () => {
    const { run, close } = press()
    const [first, second] = [new AbortController(), new AbortController()]
    const places: number[][] = [[], []]
    const making = refusalOf(run({ kind: 'never' }, { signal: first.signal }))
    const waits = refusalOf(
      run({ kind: 'never' }, { signal: second.signal, onWait: ahead => places[0]?.push(ahead) }),
    )
    const last = run<string>({ kind: 'name', name: 'last' }, { onWait: ahead => places[1]?.push(ahead) })
    second.abort(new AppError('report-cancelled'))
    first.abort(new AppError('report-cancelled'))
    expect(await last).to.equal('last')
    expect(places[0]?.at(0)).to.equal(1)
    expect([places[1]?.at(0), places[1]?.at(-1)]).to.eql([2, 1])
    await Promise.all([making, waits, close()])
  })

  it('makes what is published before the previews that wait, and tells them so', async () => {
    const { run, close } = press()
    const first = new AbortController()
    const made: string[] = []
    const places: number[] = []
    const named = (name: string, options = {}) =>
      run<string>({ kind: 'name', name }, options).then(result => made.push(result))
    const making = refusalOf(run({ kind: 'never' }, { signal: first.signal }))
    const all = [
      named('preview', { onWait: (ahead: number) => places.push(ahead) }),
      named('another preview'),
      named('edition', { isFirst: true }),
      named('another edition', { isFirst: true }),
    ]
    first.abort(new AppError('report-cancelled'))
    await Promise.all(all)
    expect(made).to.eql(['edition', 'another edition', 'preview', 'another preview'])
    expect([places[0], Math.max(...places), places.at(-1)]).to.eql([1, 3, 1])
    await Promise.all([making, close()])
  })

  it('has room for what is published when no preview may wait any more', async () => {
    const { run, close } = press()
    const waiting = Array.from({ length: 51 }, () => refusalOf(run({ kind: 'never' })))
    expect(await refusalOf(run({ kind: 'name', name: 'one too many' }))).to.include({
      code: 'too-many-reports',
    })
    const edition = refusalOf(run({ kind: 'name', name: 'edition' }, { isFirst: true }))
    await close()
    expect(await edition).to.include({ code: 'report-interrupted' })
    await Promise.all(waiting)
  })

  it('that is closed ends what it makes, and what waits', async () => {
    const { run, close } = press()
    const making = refusalOf(run({ kind: 'never' }))
    const waiting = refusalOf(run({ kind: 'name', name: 'waiting' }))
    await close()
    expect(await making).to.include({ code: 'report-interrupted' })
    expect(await waiting).to.include({ code: 'report-interrupted' })
    expect(await refusalOf(run({ kind: 'name', name: 'late' }))).to.include({ code: 'report-interrupted' })
  })
})
