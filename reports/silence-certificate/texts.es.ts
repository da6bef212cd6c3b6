/** The paper's own words. The law is told, not quoted, but for the words in «». */
export const textsEs = {
  title: 'Constancia de silencio',
  subject: 'Falta de respuesta a una solicitud de información pública (afirmativa ficta)',
  asOf: (day: string) => `Al ${day}`,
  lead: (given: { reference: string; institution: string; received: string; due: string }) =>
    `La solicitud ${given.reference}, recibida por ${given.institution} el ${given.received}, debía responderse a más tardar el ${given.due}. Al terminar ese día no constaba respuesta.`,
  late: {
    open: (days: number, day: string) =>
      `Al ${day} sigue sin constar respuesta: ${days === 1 ? 'un día hábil' : `${days} días hábiles`} después del vencimiento.`,
    cured: (days: number, day: string) =>
      `La respuesta llegó tarde, el ${day}: ${days === 1 ? 'un día hábil' : `${days} días hábiles`} después del vencimiento. Lo tardío no deshace el silencio.`,
  },
  what: {
    title: 'Qué es este documento',
    text: 'Lo hace Vigía con el historial de la solicitud tal como está anotado, y sirve para acompañar un recurso de revisión. No es una certificación de autoridad: prueba lo que el historial dice, cómo se contó cada día y con qué documentos consta.',
  },
  facts: {
    heading: 'Los hechos',
    caption: 'La solicitud',
    reference: 'Número en Vigía',
    caseNumber: 'Expediente de la institución',
    noCaseNumber: 'No consta que lo haya dado',
    title: 'Qué se pidió',
    institution: 'Institución',
    organisation: 'Solicitante',
    channel: 'Vía',
    received: 'Recibida',
    due: 'Último día para responder',
    review: 'Revisión por silencio, a más tardar',
    empty: 'Sin datos',
    name: 'Dato',
    value: 'Lo que consta',
  },
  terms: {
    heading: 'Los plazos, día por día',
    lead: 'Cada plazo empieza el día siguiente al que lo pone en marcha y cuenta días hábiles: Ley de Acceso a la Información Pública, artículo 8, y Ley del Organismo Judicial, artículo 45.',
    passed: (term: { name: string; term: number; start: string; due: string; article: string }) =>
      `${term.name}: ${term.term} días desde el siguiente al ${term.start}; el último es el ${term.due} (artículo ${term.article}).`,
    caption: (name: string) => `${name}: cada día`,
    day: 'Día',
    counts: 'Cuenta',
    why: 'Por qué',
    ordinal: (ordinal: number) => `Día ${ordinal}`,
    not: 'No',
  },
  law: {
    heading: 'Lo que dice la ley',
    lead: 'Ley de Acceso a la Información Pública, Decreto 57-2008:',
    article44:
      'Artículo 44, afirmativa ficta. Si no se responde en el plazo y forma, la institución queda obligada a entregar la información dentro de los «diez días posteriores al vencimiento», «sin costo alguno» y sin que medie solicitud. No hacerlo es causal de responsabilidad penal.',
    article55:
      'Artículo 55. Procede el recurso de revisión, en los mismos términos y plazos que el artículo 54, por falta de respuesta (numeral 4) y por vencimiento del plazo para entregar (numeral 5).',
    article66:
      'Artículo 66, retención de información. Prisión de uno a tres años, inhabilitación especial por el doble de la pena y multa de diez mil a cincuenta mil quetzales. Si hubo delito lo dice un tribunal.',
    noDelivery:
      'Lo pedido es modificar datos propios (artículo 34): no hay información que entregar por el artículo 44. El silencio abre el recurso de revisión.',
  },
  history: {
    heading: 'El historial',
    lead: 'Todo lo anotado, en el orden en que ocurrió. Lo que anota cada parte lleva la hora del servidor y no puede borrarse.',
    caption: 'Actos y vencimientos',
    on: 'Día',
    what: 'Qué ocurrió',
    by: 'Quién lo anotó',
    recordedAt: 'Anotado (UTC)',
    evidence: 'Constancia',
    computed: 'lo dice la fecha',
    empty: 'Sin actos',
  },
  files: {
    heading: 'Los documentos',
    lead: 'El SHA-256 de un archivo cambia si cambia un solo byte: quien tenga el archivo puede comprobar que es el mismo.',
    caption: 'Archivos de la solicitud',
    name: 'Archivo',
    size: 'kB',
    sha256: 'SHA-256',
    empty: 'No se adjuntó ningún archivo a la solicitud.',
  },
  seal: {
    heading: 'Cómo comprobarlo',
    history: 'SHA-256 del último acto del historial, que encadena todos los anteriores:',
    data: 'Los hechos de este documento van dentro del archivo PDF como hechos.json. Su SHA-256:',
    again: 'Pedida de nuevo el mismo día y con el mismo historial, la constancia sale igual byte por byte.',
  },
  attachment: 'Los hechos de esta constancia, para comprobarla',
}

export type SilenceTexts = typeof textsEs
