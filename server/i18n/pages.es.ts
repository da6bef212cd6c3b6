/** What the pages say. */
export const pagesEs = {
  'page.home': 'Inicio',
} as const
