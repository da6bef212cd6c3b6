import { readFile } from 'node:fs/promises'
import { expect } from 'chai'

describe('package-lock.json', () => {
  // `npm ci` refuses a lock that leaves out a package of another platform; `npm install` writes one without a word.
  it('holds every package that another of its packages may need, on any platform', async () => {
    const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8'))
    const missing = Object.entries<Entry>(packages).flatMap(([path, entry]) =>
      Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
        .filter(name => !places(path, name).some(place => place in packages))
        .map(name => `${path || 'vigia'} needs ${name}`),
    )
    expect(missing).to.eql([])
  })
})

interface Entry {
  readonly dependencies?: Record<string, string>
  readonly optionalDependencies?: Record<string, string>
}

/** Where Node would look for a package, nearest first. */
function places(from: string, name: string): readonly string[] {
  const parents = from.split('/node_modules/')
  const nested = parents.map((_, depth) => `${parents.slice(0, depth + 1).join('/node_modules/')}/`)
  return [...nested.reverse().filter(prefix => prefix !== '/'), ''].map(
    prefix => `${prefix}node_modules/${name}`,
  )
}
