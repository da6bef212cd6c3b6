/** What a report says of its own reach. */
export const reportsEs = {
  'report.only': 'Solo solicitudes de {name}',
  'report.notOver': 'Borrador: el período no había terminado al corte',
  'report.demo': 'Datos de demostración',
} as const
