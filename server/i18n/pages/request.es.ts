/** The list of requests and the page of one. */
export const requestEs = {
  'deadline.left': '{days, plural, =1 {Falta 1 día hábil} other {Faltan # días hábiles}}',
  'deadline.today': 'Vence hoy',
  'deadline.late':
    '{days, plural, =0 {Venció en el último día hábil} =1 {Vencida hace 1 día hábil} other {Vencida hace # días hábiles}}',
  'deadline.due': 'Vence el {day}',
  'deadline.wasDue': 'Venció el {day}',
  'deadline.none': 'Ningún plazo pendiente',
  'deadline.none.text': 'La ley no espera ahora nada más en este caso.',
  'deadline.waiting': 'El plazo espera una aclaración',
  'deadline.waiting.text':
    'La unidad pidió aclarar. El plazo para responder empieza de nuevo cuando se aclare.',
  'deadline.how': '¿Cómo se calculó este plazo?',
  'deadline.gone': '{gone} de {term, plural, =1 {1 día transcurrido} other {# días transcurridos}}',
  'deadline.reckoning':
    '{term, plural, =1 {Un día hábil} other {# días hábiles}} desde el día siguiente al {start}. El último es el {end}.',
  'deadline.reckoning.calendar':
    '{term, plural, =1 {Un día} other {# días}} desde el día siguiente al {start}, contados todos. El último es el {end}.',
  'deadline.skipped':
    'No se cuentan sábados ni domingos{skipped, plural, =0 {.} =1 {, ni 1 asueto o día inhábil entre semana.} other {, ni # asuetos o días inhábiles entre semana.}}',
  'deadline.unsuspended':
    'Si la aclaración no hubiera detenido el plazo, habría vencido el {day}. La ley no lo dice; avisamos en la fecha más temprana.',
  'deadline.article':
    'Ley de Acceso a la Información Pública (Decreto 57-2008), artículo {article}. Días hábiles: Ley del Organismo Judicial (LOJ), artículo 45.',
  'ledger.caption': 'Cada día del plazo: si se cuenta y por qué',
  'ledger.day': 'Día',
  'ledger.counts': 'Cuenta',
  'ledger.why': 'Por qué',
  'ledger.ordinal': 'Día {ordinal}',
  'ledger.skipped': 'No',
  'ledger.moved': '(trasladado del {day})',
  'requests.title': 'Solicitudes de información',
  'requests.lead': 'Seguimiento de plazos y respuestas según la Ley de Acceso a la Información Pública.',
  'requests.views': 'Vistas',
  'requests.view.todas': 'Todas',
  'requests.view.en_curso': 'En curso',
  'requests.view.vencidas': 'Vencidas',
  'requests.view.pronto': 'Vencen pronto',
  'requests.view.adelante': 'Más adelante',
  'requests.count': '{count, plural, =0 {Ninguna solicitud} =1 {1 solicitud} other {# solicitudes}}',
  'requests.page':
    '{count, plural, =0 {Ninguna solicitud} =1 {1 solicitud en esta página} other {# solicitudes en esta página}}',
  'requests.sort': 'Ordenar por',
  'requests.sort.received.desc': 'Más recientes',
  'requests.sort.received.asc': 'Más antiguas',
  'requests.sort.due.asc': 'Vence primero',
  'requests.sort.due.desc': 'Vence al final',
  'requests.sort.apply': 'Ordenar',
  'requests.disputed': 'en disputa',
  'requests.empty': 'Todavía no hay solicitudes en esta vista.',
  'requests.empty.filtered': 'Ninguna solicitud cumple todos los filtros. Quite alguno para ver más.',
  'request.asked': 'Qué se pidió',
  'request.asked.kept':
    'Aquí consta el título. El texto completo, si lo hay, lo ven las dos partes: puede llevar datos personales.',
  'request.timeline': 'Historial',
  'request.facts': 'Datos de la solicitud',
  'request.breaches': 'Incumplimientos',
  'request.otherClocks': 'Otros plazos',
  'clockStatus.running': 'corre',
  'clockStatus.stopped': 'terminó a tiempo o se detuvo',
  'clockStatus.passed': 'venció',
  'fact.case': 'Expediente',
  'fact.case.none': 'La institución aún no lo da',
  'fact.institution': 'Institución',
  'fact.requester': 'Solicitante',
  'fact.kind': 'Qué se pide',
  'fact.channel': 'Vía',
  'fact.received': 'Recibida',
  'fact.due': 'Plazo de respuesta',
  'fact.baseDue': 'Plazo sin prórroga',
  'fact.notice': 'Aviso de prórroga',
  'fact.notice.window': 'Del {from} al {by} (los dos días hábiles antes de vencer, artículo 43)',
  'timeline.by': 'por {side}',
  'timeline.loggedLate':
    '{days, plural, =1 {Se anotó 1 día hábil después de ocurrir.} other {Se anotó # días hábiles después de ocurrir.}}',
  'timeline.computed': 'Lo dice la fecha; la revisión diaria todavía no lo ha anotado.',
  'timeline.corrected': 'Esta fecha se corrigió después.',
  'timeline.evidence': 'Constancia: {kind}.',
  'line.caseNumber': 'Expediente {number}.',
  'line.fact': 'Sobre: {fact}.',
  'line.outcome': 'Resultado: {outcome}.',
  'line.grounds': 'Motivos: {grounds}.',
  'line.classification': 'Clasificada por {resolution}.',
  'line.days': '{days, plural, =1 {1 día hábil.} other {# días hábiles.}}',
  'line.cost': '{cost, plural, =0 {Sin costo.} other {Costo de reproducción: Q #.}}',
  'line.lapsed': '{clock}: venció el {day} (artículo {article}).',
  'line.moved': '{clock}: del {from} al {to}.',
  'line.correctedTo': 'La fecha correcta es el {day}.',
  'breach.article': '(artículo {article})',
  'breach.since':
    'Venció el {day}. {days, plural, =0 {} =1 {Un día hábil tarde.} other {# días hábiles tarde.}}',
  'breach.cured': 'Se subsanó el {day}: {by}.',
  'breach.open': 'Sigue sin cumplirse.',
  'breach.noticed': 'Anotado por el sistema el {when}.',
  'breach.notNoticed': 'Se sigue de las fechas; la revisión diaria todavía no lo ha anotado.',
  'testimony.title': 'Lo que dice cada parte',
  'testimony.lead':
    'La institución y la organización pueden declarar el mismo hecho. Aquí se ve si coinciden.',
  'testimony.fact': 'Hecho',
  'testimony.institution': 'La institución dice',
  'testimony.organisation': 'La organización dice',
  'testimony.standing': 'Resultado',
  'testimony.silent': 'No ha dicho nada',
  'next.title': 'Siguiente paso',
  'actions.title': 'Otras acciones',
  'actions.until': '(hasta el {day})',
  'next.presentada':
    '{side, select, unit {Admita la solicitud o pida una aclaración. Si no responde antes del {day}, vence por silencio.} requester {La unidad debe responder a más tardar el {day}. Si ya le dieron número de expediente o le pidieron aclarar, anótelo.} other {La unidad debe responder a más tardar el {day}.}}',
  'next.en_prevencion':
    '{side, select, unit {Espera la aclaración de quien pidió. Si el plazo que dio pasa sin aclaración, puede resolver que la desecha.} requester {Aclare lo que pidió la unidad. Si no lo hace en el plazo que le dieron, pueden desechar su solicitud.} other {La unidad espera una aclaración de quien pidió.}}',
  'next.en_tramite':
    '{side, select, unit {Resuelva a más tardar el {day}. Si el volumen lo justifica, puede avisar de una prórroga en los dos días hábiles anteriores.} requester {La unidad debe resolver a más tardar el {day}. No tiene que hacer nada todavía.} other {La unidad debe resolver a más tardar el {day}.}}',
  'next.prorrogada':
    '{side, select, unit {Resuelva a más tardar el {day}. La ley no permite otra prórroga.} requester {La unidad amplió el plazo y debe resolver a más tardar el {day}.} other {La unidad amplió el plazo y debe resolver a más tardar el {day}.}}',
  'next.resuelta':
    '{side, select, unit {Notifique la resolución a quien pidió: sin notificación no surte efecto.} requester {Hay una resolución. Cuando se la notifiquen, empieza a correr su plazo para pedir revisión.} other {Hay resolución; falta notificarla.}}',
  'next.notificada':
    '{side, select, unit {Si la resolución es de entrega, anote cuándo entregó la información.} requester {Si la respuesta no le satisface, puede pedir revisión a la máxima autoridad a más tardar el {day}.} other {La respuesta se notificó. Puede pedirse revisión a más tardar el {day}.}}',
  'next.entregada':
    '{side, select, unit {Entregada. No tiene que hacer nada, salvo que pidan revisión.} requester {Revise lo entregado. Si está incompleto o no es lo que pidió, puede pedir revisión a más tardar el {day}.} other {Entregada. Puede pedirse revisión a más tardar el {day}.}}',
  'next.vencida_ficta':
    '{side, select, unit {No se respondió a tiempo. Debe entregar la información, sin costo alguno, a más tardar el {day} (artículo 44).} requester {La institución no respondió a tiempo. Debe entregarle la información sin costo a más tardar el {day}. También puede pedir revisión desde ahora.} other {La institución no respondió a tiempo y debe entregar la información sin costo a más tardar el {day}.}}',
  'next.ficta_incumplida':
    '{side, select, unit {Venció también el plazo para entregar. La ley lo señala como causal de responsabilidad penal (artículo 44). Resuelva y entregue cuanto antes, sin costo.} requester {La institución no respondió ni entregó. Puede pedir revisión a la máxima autoridad y denunciar la retención de información (artículos 44 y 66).} other {La institución no respondió ni entregó la información.}}',
  'next.en_revision':
    '{side, select, unit {La máxima autoridad debe resolver la revisión a más tardar el {day}.} requester {La máxima autoridad debe resolver su recurso a más tardar el {day}. No tiene que hacer nada.} other {La máxima autoridad debe resolver la revisión a más tardar el {day}.}}',
  'next.revision_resuelta':
    '{side, select, unit {Notifique la decisión. Si revocó o modificó la respuesta, cumpla lo ordenado en cinco días hábiles.} requester {La revisión se resolvió. Si ordenó entregar, la unidad tiene cinco días hábiles para cumplir. Después queda el amparo.} other {La revisión se resolvió.}}',
  'next.revision_vencida':
    '{side, select, unit {Venció el plazo para resolver la revisión. Resuélvala cuanto antes.} requester {No resolvieron su recurso a tiempo. La vía administrativa se agotó y puede acudir al amparo (artículo 60).} other {La revisión no se resolvió a tiempo.}}',
  'next.cumplida':
    '{side, select, unit {Cumplida. No tiene que hacer nada.} requester {La unidad dice que cumplió lo ordenado. Si no es así, declárelo.} other {La unidad cumplió lo que se ordenó en la revisión.}}',
  'next.incumplida':
    '{side, select, unit {Venció el plazo para cumplir lo ordenado. La máxima autoridad debe certificar lo conducente (artículo 60).} requester {La unidad no cumplió lo ordenado. Puede acudir al amparo (artículo 60).} other {La unidad no cumplió lo ordenado en la revisión.}}',
  'next.en_amparo': 'El caso está ante un tribunal de amparo. Anote aquí lo que se resuelva.',
  'next.remitida': 'La solicitud se envió a otra institución y sigue allí como un caso nuevo.',
  'next.desistida': 'Quien pidió retiró la solicitud. No hay nada que hacer.',
  'next.cerrada': 'El caso terminó. No hay nada que hacer.',
} as const
