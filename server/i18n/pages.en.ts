import type { pagesEs } from './pages.es.ts'

export const pagesEn = {
  'page.home': 'Home',
} as const satisfies Record<keyof typeof pagesEs, string>
