import { reportDigests } from './report-digests.ts'

/** Run as a child in another time zone and language: prints the SHA-256 of a file of each kind. */
console.log(JSON.stringify(await reportDigests()))
