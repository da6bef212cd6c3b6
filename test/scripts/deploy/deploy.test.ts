import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { validate } from 'dockerfile-utils'
import { parse } from 'yaml'
import { readConfig } from '../../../server/config.ts'

const folder = join(import.meta.dirname, '../../../scripts/deploy')
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8')

interface Service {
  readonly build?: { readonly context: string; readonly dockerfile: string; readonly target: string }
  readonly command?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly volumes?: readonly string[]
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
  readonly healthcheck?: object
}

describe('what a deployment is made from', () => {
  const { services }: { services: Readonly<Record<string, Service>> } = parse(textOf('compose.yaml'), {
    merge: true,
  })
  const entries = Object.entries(services)

  it('is a Dockerfile without a fault, by a linter', () => {
    expect(validate(textOf('Dockerfile')).map(({ message }) => message)).to.deep.equal([])
    expect(validate('FROM node\nCOPI . .').map(({ message }) => message)).not.to.deep.equal([])
  })

  it('is two instances behind a proxy that knows both', () => {
    const apps = entries.filter(([, { build }]) => build?.target === 'app').map(([name]) => name)
    expect(apps).to.have.lengthOf(2)
    for (const app of apps) expect(textOf('nginx.conf')).to.include(`server ${app}:3000`)
    expect(Object.keys(services.proxy?.depends_on ?? {})).to.deep.equal(apps)
  })

  it('keeps the data on a replica set of three, each member with a volume of its own', () => {
    const members = entries.filter(([, { command }]) => command?.includes('--replSet')).map(([name]) => name)
    expect(members).to.have.lengthOf(3)
    for (const member of members) {
      expect(services[member]?.volumes).to.deep.equal([`${member}:/data/db`])
      expect(textOf('replica-set.js')).to.include(`'${member}'`)
      expect(services.app1?.environment?.MONGODB_URI).to.include(`${member}:27017`)
    }
  })

  it('builds the indexes before an instance starts', () => {
    expect(services.app1?.depends_on?.indexes?.condition).to.equal('service_completed_successfully')
    expect(services.indexes?.command).to.include('indexes')
  })

  it('waits for nothing that is not there, and mounts files that are', () => {
    for (const [name, { depends_on = {}, volumes = [] }] of entries) {
      for (const needed of Object.keys(depends_on)) expect(services, name).to.have.property(needed)
      for (const volume of volumes.filter(each => each.startsWith('./')))
        expect(existsSync(join(folder, volume.split(':')[0] ?? '')), volume).to.equal(true)
    }
    for (const [, { build }] of entries.filter(([, each]) => each.build))
      expect(existsSync(join(folder, build?.context ?? '', build?.dockerfile ?? ''))).to.equal(true)
  })

  it('gives settings that the app takes', () => {
    const { environment = {} } = services.app1 ?? {}
    const settings = { ...environment, PUBLIC_URL: 'http://localhost:8080' }
    expect(readConfig(settings).database.uri).to.equal(environment.MONGODB_URI)
  })
})
