/** What a report says of its own reach. */
export const reportsEs = {
  'report.only': 'Solo solicitudes de {name}',
  'report.demo': 'Datos de demostración',
} as const
