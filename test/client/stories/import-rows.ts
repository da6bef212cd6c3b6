/** The first rows of a log as an organisation keeps it, with what is often missing. */
export const importRows: readonly (readonly string[])[] = [
  ['12/03/2026', 'UIP-101-2026', 'Contratos de publicidad de 2025 y 2026', 'MEM', 'Entregada'],
  ['15/03/2026', 'UIP-102-2026', 'Planillas del renglón 029', 'MSPAS', ''],
  ['16/03/2026', '', 'Viajes oficiales al exterior y viáticos', 'MINFIN', 'Negada'],
]
