/** The year's report of a unit (article 48). */
export const annualEs = {
  'nav.annual': 'Informe anual',
  'annual.title': 'Informe anual {year}',
  'annual.lead':
    'Borrador de lo que {institution} debe informar a la autoridad reguladora (artículo 48). {count, plural, =0 {Ninguna solicitud se recibió en el año.} =1 {1 solicitud recibida en el año.} other {# solicitudes recibidas en el año.}}',
  'annual.due': 'Debe presentarse a más tardar el {day}.',
  'annual.wasDue': 'Debía presentarse a más tardar el {day}.',
  'annual.asOf': 'Las cifras son al {day}.',
  'annual.years': 'Otros años',
  'annual.year': 'Ver {year}',
  'annual.gaps': 'Qué conviene arreglar antes',
  'annual.gaps.lead':
    'Cada caso de estas listas cambia alguna cifra del informe o la deja en duda. Ábralo y anote lo que falta.',
  'annual.gaps.none': 'No se encontró nada que falte en el registro.',
  'annual.gap.vencidas': 'Vencidas sin respuesta',
  'annual.gap.sin_notificar': 'Resueltas que nadie ha notificado',
  'annual.gap.reserva_sin_resolucion':
    'Negadas por reserva sin la resolución que las clasificó (artículo 25)',
  'annual.gap.negativa_sin_motivo': 'Negadas o entregadas en parte sin motivo citado',
  'annual.gap.en_disputa': 'Con fechas que la organización contradice',
  'annual.gap.sin_constancia': 'Respondidas sin constancia',
  'annual.none': 'No hay solicitudes del año que informar. Si las hubo, regístrelas primero.',
  'annual.items': 'Lo que pide el artículo 48',
  'annual.cases': 'Ver los casos',
  'annual.of': '{count} de {n}',
  'annual.pending': 'Sin resultado todavía',
  'annual.item.1': 'Número de solicitudes y qué se pidió',
  'annual.item.2': 'Resultado de cada una',
  'annual.item.3': 'Tiempos de respuesta',
  'annual.item.4': 'Pendientes',
  'annual.item.5': 'Con prórroga',
  'annual.item.6': 'Desechadas',
  'annual.item.7': 'No satisfechas por ser información reservada o confidencial',
  'annual.item.8': 'Impugnaciones',
  'annual.median': 'Mediana: {days, plural, =1 {1 día hábil} other {# días hábiles}}',
  'annual.days':
    'Media de {mean} días hábiles y máximo de {max}, desde que se recibió hasta que se notificó (n = {n}).',
  'annual.days.none': 'Ninguna respuesta se ha notificado.',
  'annual.xlsx': 'Descargar hoja de cálculo (XLSX)',
  'annual.pdf': 'Descargar PDF',
  'annual.files': 'Dicen lo mismo que esta página. Mientras el año no termine, llevan la palabra «Borrador».',
  'annual.checks': 'Comprobaciones',
  'annual.checks.agree':
    '{count, plural, =1 {La comprobación coincide} other {Las # comprobaciones coinciden}}: las sumas de los numerales cuadran con los casos.',
  'annual.check.tipos_suman': 'Los tipos de solicitud suman {left}, y los casos son {right}.',
  'annual.check.resultados_suman': 'Los resultados suman {left}, y los casos son {right}.',
  'annual.check.pendientes_coinciden':
    'Hay {left} pendientes (4) y {right} sin resultado (2): alguna se entregó o se cerró sin resolución anotada.',
  'annual.check.desechadas_coinciden': 'Hay {left} desechadas (6) y {right} con ese resultado (2).',
  'annual.check.no_satisfechas_coinciden':
    'Hay {left} no satisfechas (7) y {right} negadas o parciales entre los resultados (2).',
  'annual.check.tiempos_y_no_notificadas_suman':
    'Con tiempo de respuesta (3) y sin notificar son {left}, y los casos son {right}.',
  'annual.check.cada_caso_una_vez': 'Hay {left} códigos distintos en {right} casos.',
} as const
