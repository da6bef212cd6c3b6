/** What stood between somebody and their request. */
export const barriersEs = {
  'nav.barriers': 'Barreras',
  'barriers.title': 'Barreras',
  'barriers.lead':
    'Lo que impidió o estorbó presentar una solicitud: no la recibieron, pidieron requisitos que la ley no pide, el portal no servía.',
  'barriers.add': 'Anotar una barrera',
  'barriers.addHere': 'Anotar una barrera en esta solicitud',
  'barriers.empty':
    'No hay barreras anotadas. Anote aquí lo que le haya impedido presentar una solicitud, aunque no haya llegado a presentarla.',
  'barriers.form.lead':
    'Cuente lo que pasó tal como pasó. Lo ven su organización y quienes supervisan; la institución no lo ve.',
  'barriers.what': 'Qué pasó',
  'barriers.when': 'Día',
  'barriers.detail': 'Dónde y cómo',
  'barriers.kind': '¿Qué pasó?',
  'barriers.choose': 'Elija qué pasó',
  'barriers.place': 'Dónde',
  'barriers.place.hint': 'La oficina, la ventanilla o la dirección del portal.',
  'barriers.note': 'Qué le dijeron',
  'barriers.note.hint': 'Con sus palabras y las de ellos. No escriba nombres de personas.',
  'barriers.file.hint': 'Una foto, una captura de pantalla o una grabación.',
  'barriers.final': 'Lo anotado no se borra. Si algo está mal, anote otra que lo aclare.',
  'barriers.submit': 'Guardar la barrera',
  'barriers.done': 'Barrera anotada.',
  'barrier.no_la_recibieron': 'No la quisieron recibir',
  'barrier.no_la_recibieron.law':
    'Quien la recibe no puede alegar falta de competencia o de autorización (artículo 38).',
  'barrier.exigieron_identidad': 'Exigieron copia del DPI u otro documento',
  'barrier.exigieron_identidad.law':
    'Basta con identificarse; la ley no pide ninguna otra formalidad (artículo 41).',
  'barrier.exigieron_motivo': 'Exigieron un motivo o interés',
  'barrier.exigieron_motivo.law': 'No puede exigirse razón ni interés (artículo 41).',
  'barrier.exigieron_formulario': 'Exigieron su formulario o una cita',
  'barrier.exigieron_formulario.law':
    'El formulario ayuda, pero no es requisito; vale hasta de palabra (artículo 38).',
  'barrier.exigieron_pago': 'Cobraron por presentarla o por consultar',
  'barrier.exigieron_pago.law':
    'Consultar es gratis; solo puede cobrarse la reproducción (artículos 16 a 18).',
  'barrier.portal_caido': 'El portal o el correo no funcionaba',
  'barrier.portal_caido.law': 'El acceso por vía electrónica es parte del servicio (artículo 39).',
  'barrier.oficina_cerrada': 'No había quien atendiera',
  'barrier.oficina_cerrada.law': 'Toda institución debe tener su unidad de información (artículo 19).',
  'barrier.negativa_verbal': 'La negaron de palabra',
  'barrier.negativa_verbal.law': 'A toda solicitud corresponde una resolución por escrito (artículo 45).',
  'barrier.otra': 'Otra cosa',
  'barrier.otra.law': 'Cuéntelo abajo.',
} as const
