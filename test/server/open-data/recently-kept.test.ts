import { expect } from 'chai'
import { recentlyKept } from '../../../server/open-data/recently-kept.ts'

describe('a reading that is kept for a while', () => {
  function kept(read: () => Promise<string> | string) {
    let now = 0
    let day = 'lunes'
    const failures: unknown[] = []
    const ask = recentlyKept(async () => ({ text: await read(), day }), {
      now: () => now,
      isFor: value => value.day === day,
      renewAfter: 5,
      dropAfter: 10,
      onFailure: error => failures.push(error),
    })
    return {
      ask: async () => (await ask()).text,
      failures,
      at: (time: number) => (now = time),
      on: (name: string) => (day = name),
    }
  }

  function counting(): () => string {
    let reads = 0
    return () => `lectura ${(reads += 1)}`
  }

  it('is read once, however many ask at once', async () => {
    const { ask } = kept(counting())
    expect(await Promise.all([ask(), ask(), ask()])).to.eql(['lectura 1', 'lectura 1', 'lectura 1'])
  })

  it('serves while it is renewed, and the new one from then on', async () => {
    const { ask, at } = kept(counting())
    await ask()
    at(5)
    expect(await ask()).to.equal('lectura 1')
    await new Promise(resolve => setImmediate(resolve))
    expect(await ask()).to.equal('lectura 2')
  })

  it('is never served at its last age, nor on another day, nor before its own time', async () => {
    const { ask, at, on } = kept(counting())
    await ask()
    at(10)
    expect(await ask()).to.equal('lectura 2')
    on('martes')
    expect(await ask()).to.equal('lectura 3')
    at(-10)
    expect(await ask()).to.equal('lectura 4')
  })

  it('tells of a renewal that failed and serves the old one, until it is too old', async () => {
    let fails = false
    const { ask, at, failures } = kept(() => {
      if (fails) throw new Error('sin disco')
      return 'bien'
    })
    await ask()
    fails = true
    at(6)
    expect(await ask()).to.equal('bien')
    await new Promise(resolve => setImmediate(resolve))
    expect(failures).to.have.length(1)
    at(10)
    const refused = await ask().then(
      () => 'served',
      (error: unknown) => String(error),
    )
    expect(refused).to.equal('Error: sin disco')
    fails = false
    expect(await ask()).to.equal('bien')
  })
})
