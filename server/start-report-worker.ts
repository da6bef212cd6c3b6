import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Config } from './config.ts'

/** Of old objects; a report on a million requests stays below it, and a runaway one ends alone. */
const mostHeapMegabytes = 2048

/** The thread that makes reports, from the compiled code or, in development and tests, from the sources. */
export function startReportWorker(config: Config): Worker {
  const options = {
    name: 'reports',
    workerData: config,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostHeapMegabytes },
  }
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./report-worker.js', import.meta.url), options)
  // Node 20 does not hand a loader that was registered in the main thread on to its workers.
  const entry = new URL('./report-worker.ts', import.meta.url).href
  const required = createRequire(import.meta.url).resolve('tsx/esm/api')
  // Of its two forms the one that registers for import; `require` finds the other.
  const loader = pathToFileURL(required.replace(/\.cjs$/, '.mjs')).href
  const script = `import('${loader}').then(({ register }) => { register(); return import('${entry}') })`
  return new Worker(script, { ...options, eval: true })
}
