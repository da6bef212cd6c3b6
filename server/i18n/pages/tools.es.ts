/** Papers to take to the institution: the review appeal and the certificate of silence. */
export const toolsEs = {
  'tools.title': 'Documentos',
  'tools.review': 'Preparar el recurso de revisión',
  'tools.certificate': 'Certificación del silencio (PDF)',
} as const
