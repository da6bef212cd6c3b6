import { createHash } from 'node:crypto'
import { renderBytes } from './rendered.ts'
import { sampleReport } from './sample-report.ts'

/** Run as a child in another time zone and language: prints the SHA-256 of the sample report's PDF. */
console.log(
  createHash('sha256')
    .update(await renderBytes(sampleReport()))
    .digest('hex'),
)
