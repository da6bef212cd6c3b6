import type { NoticeRule } from '../domain/notices.ts'

/** What people are told of a request, in the app and by mail. A subject holds nothing but the reference. */
export const mailsEs = {
  'notice.filed.subject': 'Solicitud {reference}: nueva solicitud',
  'notice.filed.text':
    'Se registró la solicitud {reference} ante su institución, recibida el {day}. Revise cuándo vence el plazo para responder.',
  'notice.admitted.subject': 'Solicitud {reference}: admitida a trámite',
  'notice.admitted.text': 'La institución admitió a trámite la solicitud {reference} el {day}.',
  'notice.clarification_requested.subject': 'Solicitud {reference}: le piden aclarar',
  'notice.clarification_requested.text':
    'La institución pidió el {day} aclarar la solicitud {reference}. Responda dentro del plazo concedido.',
  'notice.clarified.subject': 'Solicitud {reference}: aclarada',
  'notice.clarified.text': 'La organización aclaró la solicitud {reference} el {day}.',
  'notice.referred.subject': 'Solicitud {reference}: remitida a otra institución',
  'notice.referred.text': 'La institución remitió la solicitud {reference} a otra el {day}.',
  'notice.extended.subject': 'Solicitud {reference}: plazo ampliado',
  'notice.extended.text':
    'La institución avisó el {day} de una prórroga en la solicitud {reference}. Revise si el aviso llegó a tiempo y con su motivo.',
  'notice.resolved.subject': 'Solicitud {reference}: hay resolución',
  'notice.resolved.text': 'La institución emitió su resolución sobre la solicitud {reference} el {day}.',
  'notice.notified.subject': 'Solicitud {reference}: resolución notificada',
  'notice.notified.text':
    'La resolución de la solicitud {reference} se notificó el {day}. Desde entonces corre el plazo para pedir revisión.',
  'notice.delivered.subject': 'Solicitud {reference}: información entregada',
  'notice.delivered.text': 'Consta la entrega de la información de la solicitud {reference} el {day}.',
  'notice.review_filed.subject': 'Solicitud {reference}: recurso de revisión',
  'notice.review_filed.text':
    'La organización presentó el {day} un recurso de revisión en la solicitud {reference}. La máxima autoridad debe resolverlo en cinco días.',
  'notice.review_decided.subject': 'Solicitud {reference}: revisión resuelta',
  'notice.review_decided.text':
    'La máxima autoridad resolvió el {day} la revisión de la solicitud {reference}.',
  'notice.review_notified.subject': 'Solicitud {reference}: decisión de la revisión notificada',
  'notice.review_notified.text':
    'La decisión sobre la revisión de la solicitud {reference} se notificó el {day}.',
  'notice.complied.subject': 'Solicitud {reference}: revisión cumplida',
  'notice.complied.text':
    'La institución registró el {day} que cumplió lo resuelto en la revisión de la solicitud {reference}.',
  'notice.amparo_noted.subject': 'Solicitud {reference}: amparo',
  'notice.amparo_noted.text': 'Se anotó un amparo el {day} en la solicitud {reference}.',
  'notice.withdrawn.subject': 'Solicitud {reference}: retirada',
  'notice.withdrawn.text': 'La organización retiró la solicitud {reference} el {day}.',
  'notice.lapsed.subject': 'Solicitud {reference}: plazo vencido',
  'notice.lapsed.text':
    '{clock, select, K1 {Venció el {day} el plazo para responder la solicitud {reference} y no consta respuesta.} K3 {Venció el {day} el plazo ampliado para responder la solicitud {reference} y no consta respuesta.} K4 {Venció el {day} el plazo para entregar sin costo la información de la solicitud {reference} y no consta la entrega.} K6 {Venció el {day} el plazo de la máxima autoridad para resolver la revisión de la solicitud {reference}.} K7 {Venció el {day} el plazo para cumplir lo resuelto en la revisión de la solicitud {reference}.} other {Venció el {day} un plazo de la solicitud {reference}.}}',
  'notice.recounted.subject': 'Solicitud {reference}: plazo recontado',
  'notice.recounted.text':
    'Un cambio en los días u horas hábiles movió los plazos de la solicitud {reference}. El historial muestra la fecha de antes y la de ahora.',
  'notice.stated.subject': 'Solicitud {reference}: la otra parte declaró un hecho',
  'notice.stated.text':
    'La otra parte declaró un hecho en la solicitud {reference}, con fecha {day}. Revíselo y registre su propia constancia.',
  'notice.corrected.subject': 'Solicitud {reference}: fecha corregida',
  'notice.corrected.text':
    'La otra parte corrigió una fecha en la solicitud {reference}. El historial guarda las dos.',
  'notice.disputed.subject': 'Solicitud {reference}: hecho discutido',
  'notice.disputed.text': 'La otra parte discute un hecho de la solicitud {reference}.',
  'notice.reminder.subject': 'Solicitud {reference}: un plazo está por vencer',
  'notice.reminder.text':
    '{clock, select, K1 {El {day} vence el plazo para responder la solicitud {reference}.} K2 {El {day} vence el plazo para aclarar la solicitud {reference}.} K3 {El {day} vence el plazo ampliado para responder la solicitud {reference}.} K4 {El {day} vence el plazo para entregar sin costo la información de la solicitud {reference}.} K5 {El {day} vence el plazo para pedir revisión en la solicitud {reference}.} K6 {El {day} vence el plazo para resolver la revisión de la solicitud {reference}.} K7 {El {day} vence el plazo para cumplir lo resuelto en la revisión de la solicitud {reference}.} other {El {day} vence un plazo de la solicitud {reference}.}}',
  'notice.view_summary.subject': 'Su vista «{reference}» tiene solicitudes',
  'notice.view_summary.text':
    'Hay solicitudes en su vista guardada «{reference}» (resumen del {day}). Abra el enlace para ver cuáles y cuándo vence cada una. Puede cambiar o quitar este resumen en sus vistas guardadas.',
  'notice.report_delivered.subject': 'Informe {reference}: confirme que lo recibió',
  'notice.report_delivered.text':
    'Se le entregó el {day} el informe de monitoreo del período {reference}. Abra el enlace para verlo y confirmar que lo recibió; no necesita contraseña.',
  'notice.edition_in_reply.subject': 'Informe {reference}: su institución puede responder',
  'notice.edition_in_reply.text':
    'El informe {reference} está por publicarse. Revise la página de su institución y responda a más tardar el {day}. Sus palabras se publican tal como las escriba.',
  'notice.edition_published.subject': 'Informe {reference}: publicado',
  'notice.edition_published.text': 'El informe {reference} se publicó el {day}.',
  'notice.roll_up_difference.subject': 'Cifras: una cuenta no coincidía',
  'notice.roll_up_difference.text':
    'El {day} la comparación nocturna halló cuentas que no eran las que dicen las solicitudes ({reference}). Ya se contaron de nuevo y las páginas muestran las correctas. Averigüe la causa: /health y la bitácora lo dicen hasta que una noche no halle ninguna.',
  'notice.article': '(Ley de Acceso a la Información Pública, artículo {article}.)',
  'notice.footer': 'Vigía le avisa porque su cuenta sigue esta solicitud. No responda a este correo.',
  'notice.footer.report': 'Vigía le avisa por la función de su cuenta. No responda a este correo.',
} as const satisfies Record<
  `notice.${NoticeRule}.${'subject' | 'text'}` | 'notice.article' | 'notice.footer' | 'notice.footer.report',
  string
>
