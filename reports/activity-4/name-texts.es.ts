import type { Ground } from '../../server/domain/request/events.ts'
import type { ClockId, Outcome, RequestKind } from '../../server/domain/request/states.ts'
import type { Position } from '../../server/domain/statistics/comparison.ts'
import type { Situation } from './situation.ts'

export interface NameTexts {
  readonly outcomes: Record<Outcome, string>
  readonly grounds: Record<Ground | 'ninguno', string>
  readonly clocks: Record<ClockId, string>
  readonly requestKinds: Record<RequestKind, string>
  readonly positions: Record<Position, string>
  readonly situations: Record<Situation, string>
  /** Keyed by what the records say; a word that is not here is printed as it is. */
  readonly faults: Readonly<Record<string, string>>
  readonly channels: Readonly<Record<string, string>>
  readonly institutionKinds: Readonly<Record<string, string>>
  /** Days off by law, by their key, where the language has another name for them than the law. */
  readonly daysOff: Readonly<Record<string, string>>
}

export const namesEs: NameTexts = {
  outcomes: {
    entrega_total: 'Entrega total',
    entrega_parcial: 'Entrega parcial',
    negativa_reserva: 'Negativa por reserva',
    negativa_confidencial: 'Negativa confidencial',
    inexistencia: 'Inexistencia',
    desechada: 'Desechada sin aclaración',
  },
  grounds: {
    reservada: 'Información reservada',
    confidencial: 'Información confidencial',
    datos_personales: 'Datos personales',
    inexistente: 'Información inexistente',
    no_clara: 'Solicitud no clara',
    costo: 'Costo de reproducción',
    otra: 'Otro motivo',
    ninguno: 'Ningún motivo citado',
  },
  clocks: {
    K1: 'Respuesta',
    K2: 'Aclaración',
    K3: 'Prórroga',
    K4: 'Entrega tras silencio',
    K5: 'Presentar revisión',
    K6: 'Decidir revisión',
    K7: 'Cumplir revisión',
  },
  requestKinds: {
    access: 'Información pública (art. 38)',
    habeas_access: 'Acceso a datos propios (art. 33)',
    habeas_modify: 'Cambio de datos propios (art. 34)',
  },
  positions: { above: 'sobre', 'not-different': 'similar', below: 'bajo', 'too-few': 'n < 10' },
  situations: {
    'on-time': 'en plazo',
    late: 'tarde',
    unanswered: 'sin respuesta',
    'within-term': 'plazo no vencido',
    'no-term': 'plazo sin iniciar',
    withdrawn: 'desistida',
    referred: 'remitida',
  },
  faults: {
    'late-notice': 'Aviso fuera de los dos días anteriores',
    'after-due': 'Aviso después del vencimiento',
    'too-long': 'Más de diez días',
    'no-motive': 'Sin motivo',
    second: 'Segunda prórroga',
  },
  channels: { electronica: 'Electrónica', escrita: 'Escrita', verbal: 'Verbal' },
  institutionKinds: {
    ministerio: 'Ministerios',
    secretaria: 'Secretarías',
    comision: 'Comisiones',
    descentralizada: 'Descentralizadas y autónomas',
    municipalidad: 'Municipalidades',
    otra: 'Otras instituciones',
    '': 'Sin clasificar',
  },
  daysOff: {},
}
