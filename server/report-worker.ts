import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { Config } from './config.ts'
import { openReadingContext } from './open-context.ts'
import { doPressWork } from './press-work.ts'
import { servePress } from './reports/serve-press.ts'

/** The entry of the thread that makes reports. Started by `startReportWorker` and by nothing else. */
const config: Config = workerData
if (!parentPort) throw new Error('This is a worker thread and must be started as one')
// On Linux the priority is the calling thread's: whoever asks the site for something else goes first. Elsewhere
// it would be the whole process's.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)
servePress(parentPort, { open: at => openReadingContext(config, at), doWork: doPressWork })
