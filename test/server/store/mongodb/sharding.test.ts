import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import type { Document } from 'bson'
import type { Engine } from '../../../../server/store/engine.ts'
import { fileIndexes } from '../../../../server/store/mongodb/files.ts'
import { openMongodb } from '../../../../server/store/mongodb/open.ts'
import { createStores } from '../../../../server/store/stores.ts'
import { defaultAnswer, scriptedMongodb, type ScriptedMongodb } from '../../../support/scripted-mongodb.ts'

const projectDir = join(import.meta.dirname, '../../../..')

/** `name: { field: 'hashed' }` of the script that shards. */
const sharded = [
  ...readFileSync(join(projectDir, 'scripts/deploy/shard.js'), 'utf8').matchAll(
    /^ {2}'?([\w.]+)'?: \{ (\w+): 'hashed' \},$/gm,
  ),
].map(([, name = '', field = '']) => ({ name, field }))

describe('a sharded cluster', () => {
  let mongos: ScriptedMongodb
  let engine: Engine
  let held: Map<string, Document[]>

  beforeEach(async () => {
    held = new Map()
    mongos = await scriptedMongodb({
      hello: () => ({ msg: 'isdbgrid' }),
      answer(sent) {
        const { name, command } = sent
        const cursorOf = (documents: readonly Document[]) => ({
          ok: 1,
          cursor: { id: 0n, ns: `${command.$db}.${command[name]}`, firstBatch: [...documents] },
        })
        if (name === 'find' && command.$db === 'config')
          return cursorOf([
            ...sharded.map(each => ({ _id: `vigia.${each.name}`, key: { [each.field]: 'hashed' } })),
            { _id: 'vigia.users', key: { _id: 1 }, unsplittable: true },
          ])
        if (name === 'listIndexes') return cursorOf(held.get(String(command.listIndexes)) ?? [])
        if (name === 'createIndexes') {
          const indexes = held.get(String(command.createIndexes)) ?? []
          held.set(String(command.createIndexes), [...indexes, ...command.indexes])
        }
        if (name === 'dropIndexes') dropped.push(`${command.dropIndexes}.${command.index}`)
        return defaultAnswer(sent)
      },
    })
    dropped.length = 0
    engine = await openMongodb({ uri: `mongodb://${mongos.host}/vigia` })
    createStores(engine)
  })
  afterEach(async () => {
    await engine.close()
    await mongos.close()
  })

  const dropped: string[] = []

  it('is given no unique index that a shard cannot hold, and lacks none then', async () => {
    expect(await engine.missingIndexes()).to.include('requests.byReference')
    await engine.ensureIndexes()
    const unique = [...held].flatMap(([name, indexes]) =>
      indexes.filter(index => index.unique).map(index => `${name}.${index.name}`),
    )
    expect(unique).to.include('users.byEmail').and.include('attachments.files.byDigest')
    for (const { name } of sharded)
      expect(
        unique.filter(index => index.startsWith(`${name}.`)),
        name,
      ).to.deep.equal([])
    expect(held.get('requests')?.map(({ name }) => name)).to.include('byReference')
    expect(await engine.missingIndexes()).to.deep.equal([])
  })

  it('keeps the index that its shard key stands on', async () => {
    held.set('requests', [
      { v: 2, key: { _id: 'hashed' }, name: '_id_hashed' },
      { v: 2, key: { title: 1 }, name: 'old' },
    ])
    await engine.ensureIndexes()
    expect(dropped).to.deep.equal(['requests.old'])
  })

  it('is made of collections that there are, and the README says why of each', () => {
    const names = [...engine.collections().map(({ name }) => name), ...fileIndexes.map(([name]) => name)]
    expect(sharded).to.have.lengthOf.at.least(5)
    const readme = readFileSync(join(projectDir, 'README.md'), 'utf8')
    for (const { name, field } of sharded) {
      expect(names).to.include(name)
      expect(readme).to.match(new RegExp(`\`${name}\`.*\\| \`${field}\`, hashed`))
    }
  })
})
