import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { expect } from 'chai'
import { RefusedError } from '../../../scripts/command.ts'
import { writeWholeBytes, writeWholeFile } from '../../../scripts/report/whole-file.ts'

const fullDisk = 'no se pudo escribir: el disco está lleno (ENOSPC). Libere espacio y repita el comando'

describe('a file that a command writes', () => {
  let folder: string
  let file: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigia-whole-'))
    file = join(folder, 'report.pdf')
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('has its name only once it is whole: killed before, it is not there', async () => {
    const seen: string[][] = []
    await writeWholeFile(file, async open => {
      const sink = open()
      await new Promise(resolve => sink.write('first half, ', resolve))
      seen.push(await readdir(folder))
      sink.end('second half')
      return {}
    })
    expect(seen).to.have.length(1)
    expect(seen[0]).to.not.include('report.pdf')
    expect(await readdir(folder)).to.eql(['report.pdf'])
    expect(await readFile(file, 'utf8')).to.equal('first half, second half')
  })

  it('that fails half-way leaves the one that was there, and nothing of itself', async () => {
    await writeFile(file, 'the older one')
    const failure = await failed(open => {
      open().write('half')
      throw new Error('a fault of ours')
    })
    expect(failure).to.have.property('message', 'a fault of ours')
    expect(await readdir(folder)).to.eql(['report.pdf'])
    expect(await readFile(file, 'utf8')).to.equal('the older one')
  })

  for (const [code, words] of [
    ['ENOSPC', /report\.pdf: no se pudo escribir: el disco está lleno \(ENOSPC\)/],
    ['EDQUOT', /report\.pdf: no se pudo escribir: el disco está lleno \(EDQUOT\)/],
    ['EIO', /report\.pdf: no se pudo escribir \(EIO\)$/],
  ] as const) {
    it(`refused by the disk with ${code} is named in words, and leaves nothing`, async () => {
      const failure = await failed(async open => {
        const sink = open()
        sink.on('error', () => undefined)
        sink.destroy(Object.assign(new Error(code), { code, syscall: 'write' }))
        return {}
      })
      expect(failure).to.be.instanceOf(RefusedError)
      expect(failure).to.have.property('message').that.matches(words)
      expect(await readdir(folder)).to.eql([])
    })
  }

  it('is written where a link leads, and the link stays', async () => {
    await mkdir(join(folder, 'kept'))
    await symlink('kept/real.json', join(folder, 'link.json'))
    await writeWholeBytes(join(folder, 'link.json'), Buffer.from('{}'))
    expect(await readFile(join(folder, 'kept/real.json'), 'utf8')).to.equal('{}')
    expect(await readlink(join(folder, 'link.json'))).to.equal('kept/real.json')
  })

  it('takes away what a killed command left of it, and no draft of one that lives', async () => {
    const dead = spawnSync(process.execPath, ['--version']).pid
    const [left, living, elsewhere, other] = [
      `report.pdf.${hostname()}-${dead}.partial`,
      `report.pdf.${hostname()}-${process.ppid}.partial`,
      `report.pdf.otra-maquina-${dead}.partial`,
      `report.pdf.bak.${hostname()}-${dead}.partial`,
    ]
    for (const name of [left, living, elsewhere, other]) await writeFile(join(folder, name), 'half')
    await writeWholeBytes(file, Buffer.from('whole'))
    expect(await readdir(folder)).to.have.members(['report.pdf', living, elsewhere, other])
  })

  it('is refused in words by a disk that is full in earnest', async function () {
    if (!existsSync('/dev/full')) return this.skip()
    const failure = await writeWholeBytes('/dev/full', Buffer.alloc(100_000)).catch((error: unknown) => error)
    expect(failure).to.be.instanceOf(RefusedError).with.property('message', `/dev/full: ${fullDisk}`)
  })

  it('is never put in the place of a device', async () => {
    await writeWholeBytes('/dev/null', Buffer.from('nothing'))
    expect(await readFile('/dev/null', 'utf8')).to.equal('')
  })

  function failed(write: (open: () => Writable) => Promise<object>): Promise<unknown> {
    return writeWholeFile(file, async open => write(open)).catch((error: unknown) => error)
  }
})
