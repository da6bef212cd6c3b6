import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { sceneAsText } from './bench/as-text.ts'
import { bundled } from './bench/bundle.ts'
import type { SceneName } from './bench/child.ts'
import type { SceneResult } from './bench/figures.ts'
import { fullSizes, usualSizes, type Sizes } from './bench/sizes.ts'
import { runChild } from './bench/start-child.ts'
import { printJson, printText, runCommand, UsageError } from './command.ts'

const sceneNames = ['arithmetic', 'scan', 'http', 'report'] as const satisfies readonly SceneName[]

const usage = `npm run bench [-- --scene NAME] [--full] [--json]

Measures each figure beside the limit of the same machine in the same run. Ends with 1 where a bar is missed.
  --scene NAME          ${sceneNames.join(' | ')}; may be given several times; without it, all
  --full                the sizes that the bars were set for; without it, some three minutes' worth
  --due-dates N         due dates to compute (${usualSizes.dueDates})
  --open-requests N     open requests to scan (${usualSizes.openRequests}; full: ${fullSizes.openRequests})
  --served N            requests behind the server (${usualSizes.served}; full: ${fullSizes.served})
  --calls N             calls of each kind in a round (${usualSizes.calls})
  --reported N          requests in the report (${usualSizes.reported})
  --rounds N            rounds of which the best counts (${usualSizes.rounds}; full: ${fullSizes.rounds})
  --json                one document: {"node","cores","scenes":[{"scene","sizes","figures","counts"}]}`

await runCommand(async args => {
  const options = readOptions(args)
  if (!options) {
    printText(usage)
    return 0
  }
  const scenes = await runScenes(options)
  if (options.json) printJson({ node: process.version, cores: cpus().length, scenes })
  const isMissed = scenes.some(({ figures }) => figures.some(({ passed }) => passed === false))
  return isMissed ? 1 : 0
})

interface Options {
  readonly names: readonly SceneName[]
  readonly sizes: Sizes
  readonly json: boolean
}

/** Each in a process of its own: none inherits another's heap or compiled code. */
function runScenes({ names, sizes, json }: Options): Promise<SceneResult[]> {
  return bundled(async script => {
    const results: SceneResult[] = []
    for (const scene of names) {
      const result = await runChild<SceneResult>(script, { job: 'scene', scene, sizes })
      results.push(result)
      if (!json) printText(sceneAsText(result))
    }
    return results
  })
}

function readOptions(args: string[]): Options | null {
  const { values } = parseArgs({
    args,
    options: {
      scene: { type: 'string', multiple: true, default: [...sceneNames] },
      full: { type: 'boolean', default: false },
      'due-dates': { type: 'string' },
      'open-requests': { type: 'string' },
      served: { type: 'string' },
      calls: { type: 'string' },
      reported: { type: 'string' },
      rounds: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  const usual = values.full ? fullSizes : usualSizes
  const sizes: Sizes = {
    dueDates: whole('--due-dates', values['due-dates'], usual.dueDates),
    openRequests: whole('--open-requests', values['open-requests'], usual.openRequests),
    served: whole('--served', values.served, usual.served),
    calls: whole('--calls', values.calls, usual.calls),
    reported: whole('--reported', values.reported, usual.reported),
    rounds: whole('--rounds', values.rounds, usual.rounds),
  }
  return { names: values.scene.map(sceneNamed), sizes, json: values.json }
}

function sceneNamed(given: string): SceneName {
  const name = sceneNames.find(each => each === given)
  if (!name) throw new UsageError(`--scene ${given}: ${sceneNames.join(' | ')}`)
  return name
}

function whole(option: string, text: string | undefined, usual: number): number {
  if (text === undefined) return usual
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new UsageError(`${option}: a whole number from 1 to 9999999`)
  return Number(text)
}
