import type { Chance } from './prng.ts'

const subjects = [
  'Contratos adjudicados por compra directa en {place} durante {year}',
  'Ejecución presupuestaria de {year}, renglón por renglón',
  'Nómina y viáticos del personal contratado en {year}',
  'Informes de auditoría interna de {year}',
  'Listado de obras en ejecución en {place}, con su avance físico y financiero',
  'Actas de las comisiones de cotización y licitación de {year}',
  'Inventario de vehículos y consumo de combustible en {year}',
  'Estudios de impacto ambiental aprobados en {place} en {year}',
  'Cobertura y deserción escolar en {place}, {year}',
  'Abastecimiento de medicamentos en los centros de salud de {place}',
  'Viajes al exterior de funcionarios en {year}: destino, motivo y costo',
  'Convenios suscritos con organizaciones no gubernamentales en {year}',
  'Metodología y criterios de entrega del programa social en {place}',
  'Denuncias recibidas y su estado, {place}, {year}',
  'Arrendamientos de inmuebles vigentes en {place}',
  'Asesores contratados bajo el renglón 029 en {year}',
  'Plan de compras de {year} y sus modificaciones',
  'Campañas de publicidad pagadas en {year}, por medio de comunicación',
  'Licencias otorgadas en {place} en {year}',
  'Indicadores de desnutrición aguda en {place}, por semana, {year}',
] as const

const places = [
  'Alta Verapaz',
  'Baja Verapaz',
  'Chimaltenango',
  'Chiquimula',
  'Escuintla',
  'Huehuetenango',
  'Izabal',
  'Jalapa',
  'Jutiapa',
  'Petén',
  'Quetzaltenango',
  'Quiché',
  'Retalhuleu',
  'Sacatepéquez',
  'San Marcos',
  'Sololá',
  'Suchitepéquez',
  'Totonicapán',
  'Zacapa',
] as const

/** What a request of a year might ask for: mostly of that year or the one before. */
export function titleOf(year: number, chance: Chance): string {
  return chance
    .pick(subjects)
    .replace('{place}', chance.pick(places))
    .replace('{year}', String(year - (chance.happens(0.6) ? 1 : 0)))
}
