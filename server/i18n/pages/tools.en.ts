import type { toolsEs } from './tools.es.ts'

export const toolsEn: Record<keyof typeof toolsEs, string> = {
  'tools.title': 'Papers',
  'tools.review': 'Prepare the review appeal',
  'tools.certificate': 'Certificate of silence (PDF)',
}
