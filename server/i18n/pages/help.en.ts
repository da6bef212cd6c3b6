import type { helpEs } from './help.es.ts'

export const helpEn: Record<keyof typeof helpEs, string> = {}
