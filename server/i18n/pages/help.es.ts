export const helpEs = {
  'calculator.cutoff': 'Hora desde la que cuenta al día siguiente',
  'calculator.cutoff.hint':
    'La ley no fija ninguna; use la que aplique la institución, por ejemplo 16:30. Necesita también la hora de recepción.',
  'calculator.countedFrom':
    'Se tiene por recibida el {day}: lo que llega en día inhábil, o después de la hora de corte, cuenta desde el siguiente día hábil.',
  'calculator.ics': 'Añadir a mi calendario (.ics)',
  'calculator.link': 'La dirección de esta página guarda lo que escribió: puede enviarla.',
  'calculator.ics.title': 'Vence la respuesta a una solicitud de información',
  'calculator.ics.title.at': 'Vence la respuesta de {institution}',
  'calculator.ics.text':
    'Último día para responder (artículo {article}). Recibida el {received}. Si no responden, desde el {overdue} la información se debe entregar sin costo en diez días hábiles (artículo 44). La cuenta día por día está en la página.',
  'calculator.ics.text.own':
    'Último día para responder (artículo {article}). Recibida el {received}. Desde el {overdue} la respuesta está vencida y cabe el recurso de revisión (artículo 35). La cuenta día por día está en la página.',
} as const
