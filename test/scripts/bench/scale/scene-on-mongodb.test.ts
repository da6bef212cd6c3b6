import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { expect } from 'chai'
import { mongo } from 'mongoose'
import { databaseAddress } from '../../../../scripts/bench/scale/database-address.ts'

const root = join(import.meta.dirname, '../../../..')
const uri = process.env.MONGODB_URI
const requests = 61

describe('npm run bench -- --scene scale --on mongodb', function () {
  this.timeout(240_000)
  if (uri === undefined) {
    it.skip('needs MONGODB_URI: npm run test:mongodb')
    return
  }
  after(async () => {
    const client = new mongo.MongoClient(databaseAddress(uri, `vigia_scale_${requests}`))
    await client.db().dropDatabase()
    await client.close()
  })

  it('does every work of the scene, and loses nothing that was acknowledged', async () => {
    const { code, stdout, stderr } = await bench()
    expect(code, stderr).to.be.oneOf([0, 1])
    expect(stderr).to.include('vigia_scale_')
    const [scene] = JSON.parse(stdout).scenes
    const limits = scene.figures.map(({ limit }: { limit: { name: string } | null }) => limit?.name)
    expect(limits).to.include('insertOne of the driver alone')
    const counted = (name: string) => scene.counts[`${requests} ${name}`]
    expect(counted('sentInBurst')).to.equal(requests)
    expect(counted('keptOfBurst')).to.equal(requests)
    expect(counted('recordedBySecond')).to.equal(0)
    expect(counted('cases')).to.equal(requests)
    // The header, those of the population, those that were admitted and the ten long ones.
    expect(counted('csvLines')).to.equal(1 + requests + 2 * 12 + 10)
  })
})

/** Whether a bar is held is no matter here: 0 and 1 are both an end. */
function bench(): Promise<{ code: number; stdout: string; stderr: string }> {
  const sizes = ['--requests', String(requests), '--calls', '12', '--burst', '1', '--rounds', '1']
  const args = [
    '--import',
    'tsx',
    'scripts/bench.ts',
    '--scene',
    'scale',
    '--on',
    'mongodb',
    ...sizes,
    '--json',
  ]
  return new Promise(resolve => {
    const child = execFile(process.execPath, args, { cwd: root }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    )
  })
}
