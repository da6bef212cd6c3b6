import { cpus } from 'node:os'
import { resolve } from 'node:path'
import { sceneAsText } from './bench/as-text.ts'
import { bundled } from './bench/bundle.ts'
import type { SceneName } from './bench/child.ts'
import type { SceneResult } from './bench/figures.ts'
import { fullSizes, usualSizes, type Sizes } from './bench/sizes.ts'
import { runChild } from './bench/start-child.ts'
import { printJson, printText, readArguments, runCommand, UsageError } from './command.ts'

const sceneNames = [
  'arithmetic',
  'scan',
  'http',
  'pages',
  'report',
  'report-beside',
  'pdf',
  'scale',
] as const satisfies readonly SceneName[]

const usage = `Uso: npm run bench [-- --scene NOMBRE] [--full] [--json]

Mide cada cifra junto al límite de la misma máquina en la misma corrida.
  --scene NOMBRE        ${sceneNames.join(' | ')}; repetible; sin ella, todas
  --full                los tamaños para los que se fijaron los topes; sin ella, unos tres minutos
  --due-dates N         vencimientos por calcular (${usualSizes.dueDates})
  --open-requests N     solicitudes abiertas por revisar (${usualSizes.openRequests}; --full: ${fullSizes.openRequests})
  --served N            solicitudes tras el servidor (${usualSizes.served}; --full: ${fullSizes.served})
  --calls N             llamadas de cada clase en una ronda (${usualSizes.calls})
  --reported N          solicitudes del informe (${usualSizes.reported})
  --requests N,N        solicitudes de cada población de scale (${usualSizes.populations.join(',')}; --full: ${fullSizes.populations.join(',')})
  --keep DIR            guarda en DIR las poblaciones de scale, y usa las que ya estén; cada corrida escribe en una copia
  --on mongodb          scale sobre MongoDB: el de MONGODB_URI, en las bases vigia_scale_N, que se hacen si faltan y
                        quedan como la corrida las deje; sin MONGODB_URI, uno de prueba sobre la carpeta de cada población
  --burst N             segundos de la ráfaga de scale (${usualSizes.scale.burstSeconds}; --full: ${fullSizes.scale.burstSeconds}), con ${usualSizes.scale.burstPerSecond} solicitudes nuevas por segundo
  --written N           filas, y décimas de página, de los documentos de solo escribir (${usualSizes.written})
  --rounds N            rondas, de las que vale la mejor; del informe, la del medio (${usualSizes.rounds}; --full: ${fullSizes.rounds})
  --json                un documento JSON: {"node","cores","scenes":[{"scene","sizes","figures","counts"}]}
Termina con 1 si alguna cifra no alcanza su tope.`

await runCommand(usage, async args => {
  const options = readOptions(args)
  if (options.sizes.scale.on === 'mongodb' && process.env.MONGODB_URI)
    console.error('scale escribe en las bases vigia_scale_N de MONGODB_URI, que quedan como las deje.')
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

function readOptions(args: string[]): Options {
  const { values } = readArguments({
    args,
    options: {
      scene: { type: 'string', multiple: true, default: [...sceneNames] },
      full: { type: 'boolean', default: false },
      'due-dates': { type: 'string' },
      'open-requests': { type: 'string' },
      served: { type: 'string' },
      calls: { type: 'string' },
      reported: { type: 'string' },
      written: { type: 'string' },
      requests: { type: 'string' },
      keep: { type: 'string' },
      burst: { type: 'string' },
      on: { type: 'string', default: 'embedded' },
      rounds: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const usual = values.full ? fullSizes : usualSizes
  const sizes: Sizes = {
    dueDates: whole('--due-dates', values['due-dates'], usual.dueDates),
    openRequests: whole('--open-requests', values['open-requests'], usual.openRequests),
    served: whole('--served', values.served, usual.served),
    calls: whole('--calls', values.calls, usual.calls),
    reported: whole('--reported', values.reported, usual.reported),
    written: whole('--written', values.written, usual.written),
    rounds: whole('--rounds', values.rounds, usual.rounds),
    populations: values.requests?.split(',').map(each => whole('--requests', each, 0)) ?? usual.populations,
    scale: {
      ...usual.scale,
      on: engineNamed(values.on),
      keptIn: values.keep === undefined ? null : resolve(values.keep),
      burstSeconds: whole('--burst', values.burst, usual.scale.burstSeconds),
    },
  }
  return { names: values.scene.map(sceneNamed), sizes, json: values.json }
}

function sceneNamed(given: string): SceneName {
  const name = sceneNames.find(each => each === given)
  if (!name) throw new UsageError(`--scene ${given}: no existe; escriba ${sceneNames.join(', ')}.`)
  return name
}

function engineNamed(given: string): Sizes['scale']['on'] {
  if (given !== 'embedded' && given !== 'mongodb')
    throw new UsageError(`--on ${given}: no existe; escriba embedded o mongodb.`)
  return given
}

function whole(option: string, text: string | undefined, usual: number): number {
  if (text === undefined) return usual
  if (!/^[1-9]\d{0,6}$/.test(text))
    throw new UsageError(`${option}: escriba un número entero de 1 a 9999999.`)
  return Number(text)
}
