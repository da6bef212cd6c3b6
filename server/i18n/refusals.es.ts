import type { Refusal } from '../domain/request/refusals.ts'

/** Why an act on a request cannot be recorded, with the article, and what can be done instead. */
export const refusalsEs = {
  'error.action-not-allowed.title': 'Este acto no procede ahora',
  'error.action-not-allowed.detail':
    'El estado en que estaba la solicitud ese día no permite este acto. Revise la fecha, o elija uno de los actos que ofrece la solicitud.',
  'error.not-your-side.title': 'Este acto corresponde a la otra parte',
  'error.not-your-side.detail':
    'Lo registra quien solicita o la institución, cada quien lo suyo. Si le consta lo que hizo la otra parte, declárelo como dicho suyo.',
  'error.in-the-future.title': 'La fecha es futura',
  'error.in-the-future.detail':
    'Escriba un día que ya llegó: el del acto, por ejemplo el del sello de recepción, o un corte de hoy o anterior. Un acto futuro se registra cuando ocurra.',
  'error.before-the-law.title': 'Esa fecha es anterior al registro',
  'error.before-the-law.detail':
    'Los días hábiles se conocen desde el 1 de enero de 2009, el año en que entró en vigor la ley. Revise la fecha.',
  'error.before-the-filing.title': 'La fecha es anterior a la solicitud',
  'error.before-the-filing.detail':
    'Ningún acto puede ser anterior al día en que se presentó la solicitud. Revise la fecha.',
  'error.earlier-than-last-act.title': 'La fecha es anterior al último acto',
  'error.earlier-than-last-act.detail':
    'Los actos se registran en su orden. Si la fecha del último acto está mal, corríjala primero con una corrección.',
  'error.evidence-required.title': 'Falta una constancia',
  'error.evidence-required.detail':
    'Ya consta que el plazo venció. Para registrar un acto anterior al vencimiento, agregue su constancia: sello, correo, acta o archivo.',
  'error.extension-after-due.title': 'El plazo ya venció y no se puede prorrogar',
  'error.extension-after-due.detail':
    'La prórroga se comunica dentro de los dos días anteriores al vencimiento (artículo 43). Ahora procede responder.',
  'error.extension-already-used.title': 'La prórroga ya se usó',
  'error.extension-already-used.detail':
    'El plazo se prorroga una sola vez (artículo 43). Responda dentro del plazo prorrogado.',
  'error.extension-motive-required.title': 'Falta el motivo de la prórroga',
  'error.extension-motive-required.detail':
    'Explique por qué el volumen o la extensión de lo pedido lo justifica (artículos 43 y 45).',
  'error.extension-too-long.title': 'La prórroga es demasiado larga',
  'error.extension-too-long.detail':
    'Puede prorrogar hasta 10 días más (artículo 43). Escriba un número de 1 a 10.',
  'error.extension-not-in-habeas-data.title': 'En hábeas data no hay prórroga',
  'error.extension-not-in-habeas-data.detail':
    'La ley no la prevé para datos personales (artículos 33 y 34). Responda dentro del plazo.',
  'error.resolution-required.title': 'Falta la resolución escrita',
  'error.resolution-required.detail':
    'Ningún caso se cierra sin resolución por escrito (artículo 45). Registre primero la resolución y su notificación.',
  'error.outcome-not-allowed-here.title': 'Ese resultado no procede en este momento',
  'error.outcome-not-allowed-here.detail':
    'Una solicitud solo se desecha si se pidió aclararla y no se aclaró en el plazo (artículo 42). Elija otro resultado.',
  'error.clarification-term-running.title': 'El plazo para aclarar no ha terminado',
  'error.clarification-term-running.detail':
    'Espere a que venza el plazo que dio para aclarar antes de desechar la solicitud (artículo 42, numeral 2).',
  'error.classification-resolution-required.title': 'Falta la resolución que clasificó la información',
  'error.classification-resolution-required.detail':
    'Para negar por reserva, cite la resolución publicada que la clasificó, con su número y fecha (artículo 25).',
  'error.reasoning-required.title': 'Falta el razonamiento de la resolución',
  'error.reasoning-required.detail':
    'La resolución se funda y se motiva por escrito (artículo 45). Escriba en qué se basa.',
  'error.charge-after-silence.title': 'Ya no se puede cobrar',
  'error.charge-after-silence.detail':
    'Vencido el plazo sin respuesta, la información se entrega sin costo alguno (artículo 44). Escriba 0 en el costo.',
  'error.deletion-forbidden.title': 'Una solicitud no se borra',
  'error.deletion-forbidden.detail':
    'Los archivos de acceso a la información no se destruyen ni se alteran (artículos 36 y 37). Para enmendar algo, agregue una corrección.',
  'error.reason-of-request-forbidden.title': 'No se puede exigir el motivo de la solicitud',
  'error.reason-of-request-forbidden.detail':
    'Quien solicita no tiene que justificar su interés (artículo 41). Quite esa pregunta.',
  'error.review-upheld.title': 'La revisión confirmó la respuesta',
  'error.review-upheld.detail':
    'Como la decisión confirmó la resolución, no queda nada que cumplir. El expediente sigue su curso sin este acto.',
  'error.nothing-to-correct.title': 'No hay qué corregir',
  'error.nothing-to-correct.detail':
    'El acto que quiere corregir no existe o lo escribió el sistema. Elija en la historia un acto de su propia parte.',
  'error.unknown-breach.title': 'Ese incumplimiento no es de esta solicitud',
  'error.unknown-breach.detail':
    'Elija un incumplimiento de la lista de esta solicitud, o no indique ninguno para discutirla entera.',
  'error.second-person-required.title': 'Falta la aprobación de otra persona',
  'error.second-person-required.detail':
    'Una corrección la propone una persona y la aprueba otra de la misma parte. Indique quién la aprueba.',
  'error.reason-required.title': 'Falta el motivo',
  'error.reason-required.detail':
    'Escriba por qué hace este cambio, por ejemplo: «El sello dice 3 de febrero».',
  'error.not-statable-by-you.title': 'Ese hecho lo declara la otra parte',
  'error.not-statable-by-you.detail':
    'Su parte puede declarar lo que le consta de los actos de la otra. Sus propios actos se registran, no se declaran.',
  'error.days-required.title': 'Faltan los días',
  'error.days-required.detail': 'Escriba cuántos días hábiles, uno o más, por ejemplo 5.',
} as const satisfies Record<`error.${Refusal}.${'title' | 'detail'}`, string>
