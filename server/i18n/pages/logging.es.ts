/** Logging a request: with one institution, or the same text with many. */
export const loggingEs = {
  'log.many': 'Presentó el mismo texto a varias instituciones',
  'log.others': 'Otras instituciones',
  'log.others.search': 'Buscar entre las demás instituciones',
  'log.others.show': 'Mostrar',
  'log.others.found':
    '{found, plural, =0 {Ninguna coincide} =1 {Se muestra 1} other {Se muestran #}} de {count}. Las marcadas se muestran siempre.',
  'log.others.hint':
    'Se registrará una solicitud por cada una, con el mismo texto y la misma fecha, y cada una con su plazo.',
  'log.receipt': 'Cuándo y cómo la recibieron',
  'log.channel': '¿Cómo la presentó?',
  'log.channel.electronica': 'Por correo o portal',
  'log.channel.electronica.hint': 'Cuenta la fecha y la hora del envío que quedó en el acuse.',
  'log.channel.escrita': 'En papel, en la oficina',
  'log.channel.escrita.hint':
    'Escriba la fecha y la hora del sello de recibido, elija «Sello» abajo y agregue una foto del sello.',
  'log.channel.verbal': 'De palabra',
  'log.channel.verbal.hint':
    'La ley la admite igual (artículo 38). Pida constancia: sin ella la fecha se discute.',
  'log.file': 'Constancia: foto o escaneo',
  'log.file.hint':
    'La foto del sello, el acuse o el correo. Si eligió varias instituciones, se guarda en todas.',
  'log.previews': '{count, plural, =1 {Una institución} other {# instituciones}}, cada una con su plazo',
  'log.preview.due': 'debe responder a más tardar el {day}',
  'log.saveDraft': 'Guardar borrador',
  'log.draftSaved': 'Borrador guardado. Está al final de esta página; los archivos se eligen de nuevo.',
  'log.anyway': 'Es otra: registrarla',
  'log.similar.title':
    '{count, plural, =1 {Ya registró una solicitud parecida} other {Ya registró # solicitudes parecidas}}',
  'log.similar.texto': '{reference}, recibida el {day}: dice casi lo mismo.',
  'log.similar.expediente': '{reference}, recibida el {day}: tiene el mismo número de expediente.',
  'log.similar.what':
    'Todavía no se registró nada. Si es la misma, anote ahí lo que haya pasado; si es otra, regístrela con el botón al final.',
  'log.done.title': '{count, plural, =1 {Una solicitud registrada} other {# solicitudes registradas}}',
  'log.done.lead': 'El mismo texto, una solicitud por institución. Cada una sigue su propio plazo.',
} as const
