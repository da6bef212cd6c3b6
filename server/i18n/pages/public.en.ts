import type { publicEs } from './public.es.ts'

export const publicEn: Record<keyof typeof publicEs, string> = {}
