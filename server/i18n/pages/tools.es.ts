/** Papers to take to the institution: the review appeal and the certificate of silence. */
export const toolsEs = {
  'tools.title': 'Documentos',
  'tools.demo': 'Muestra: datos inventados',
  'tools.review': 'Preparar el recurso de revisión',
  'tools.certificate': 'Constancia de silencio (PDF)',
  'review.title': 'Recurso de revisión',
  'review.until': 'Puede presentarlo hasta el {day}',
  'review.late': 'Podía presentarlo hasta el {day}',
  'review.late.text':
    'El plazo pasó. La ley no impide presentarlo, pero la institución puede rechazarlo por tarde. Consulte antes.',
  'review.check': 'Qué debe llevar (artículos 54 a 57)',
  'review.done': 'Listo:',
  'review.todo': 'Falta:',
  'review.check.authority':
    'Va dirigido a la máxima autoridad de {institution}, que es quien decide (artículo 53).',
  'review.check.ground': 'Tiene un motivo de la ley. Por lo que consta: {ground}.',
  'review.check.case': 'Cita el expediente {number}.',
  'review.check.noCase': 'el número de expediente, si la institución se lo dio. No es obligatorio.',
  'review.check.who':
    'su nombre y dónde recibe notificaciones (artículo 57.2). Escríbalos en la carta o abajo.',
  'review.check.date': 'Dice desde cuándo corre el plazo: {day} (artículo 57.3).',
  'review.check.act': 'Dice qué acto se recurre y qué se pide (artículo 57.4).',
  'review.check.files':
    '{count, plural, =0 {una copia de su solicitud con el sello, y de la respuesta si la hubo.} =1 {Lleva un documento de la solicitud.} other {Lleva # documentos de la solicitud.}}',
  'review.check.defects':
    'Si algo faltara, la propia máxima autoridad debe subsanarlo de inmediato (artículo 56): no pueden rechazarlo por la forma.',
  'review.certificate': 'Agregue la constancia de silencio (PDF)',
  'review.letter': 'La carta',
  'review.letter.lead':
    'Sale en PDF con todo lo que pide el artículo 57, lista para firmar. Lo que no escriba queda como una línea para llenar a mano.',
  'review.text.hint': 'Con sus palabras. La petición según el motivo ya va escrita.',
  'review.name': 'Nombre de quien firma',
  'review.name.hint': 'Solo sale en la carta: Vigía no lo guarda.',
  'review.notices': 'Dónde recibe notificaciones',
  'review.notices.hint': 'Una dirección o un correo. Solo sale en la carta: Vigía no lo guarda.',
  'review.download': 'Descargar la carta (PDF)',
  'review.after': 'Cuando la haya presentado',
  'review.after.text':
    'Anote el día y agregue la copia sellada: desde entonces corren los cinco días de la máxima autoridad.',
  'review.record': 'Anotar que la presenté',
} as const
