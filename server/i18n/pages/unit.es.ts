/** The unit's own work: its week, who has what in hand, its notes. */
export const unitEs = {
  'week.title': 'Esta semana',
  'week.calm': 'Ningún plazo termina en los próximos cinco días hábiles.',
  'week.more': '{count, plural, =1 {Un aviso más} other {# avisos más}}',
  'week.which': 'Ver las {count}',
  'week.silencio':
    '{when, select, today {Si nada ocurre, {count, plural, =1 {1 solicitud vence} other {# solicitudes vencen}} hoy, {day}, sin respuesta.} tomorrow {Si nada ocurre, {count, plural, =1 {1 solicitud vence} other {# solicitudes vencen}} mañana, {day}, sin respuesta.} other {Si nada ocurre, {count, plural, =1 {1 solicitud vence} other {# solicitudes vencen}} el {day} sin respuesta.}}',
  'week.prorroga':
    '{when, select, today {Hoy, {day}, es el último día para avisar una prórroga en {count, plural, =1 {1 solicitud} other {# solicitudes}}.} tomorrow {Mañana, {day}, es el último día para avisar una prórroga en {count, plural, =1 {1 solicitud} other {# solicitudes}}.} other {El {day} es el último día para avisar una prórroga en {count, plural, =1 {1 solicitud} other {# solicitudes}}.}}',
  'week.entrega':
    '{when, select, today {Hoy, {day}, termina el plazo para entregar sin costo tras el silencio en {count, plural, =1 {1 solicitud} other {# solicitudes}}.} tomorrow {Mañana, {day}, termina el plazo para entregar sin costo tras el silencio en {count, plural, =1 {1 solicitud} other {# solicitudes}}.} other {El {day} termina el plazo para entregar sin costo tras el silencio en {count, plural, =1 {1 solicitud} other {# solicitudes}}.}} Después es causal de responsabilidad penal (artículo 44).',
  'week.revision':
    '{when, select, today {Hoy, {day}, termina el plazo para resolver {count, plural, =1 {1 recurso de revisión} other {# recursos de revisión}}.} tomorrow {Mañana, {day}, termina el plazo para resolver {count, plural, =1 {1 recurso de revisión} other {# recursos de revisión}}.} other {El {day} termina el plazo para resolver {count, plural, =1 {1 recurso de revisión} other {# recursos de revisión}}.}}',
  'week.cumplimiento':
    '{when, select, today {Hoy, {day}, termina el plazo para cumplir lo resuelto en revisión en {count, plural, =1 {1 solicitud} other {# solicitudes}}.} tomorrow {Mañana, {day}, termina el plazo para cumplir lo resuelto en revisión en {count, plural, =1 {1 solicitud} other {# solicitudes}}.} other {El {day} termina el plazo para cumplir lo resuelto en revisión en {count, plural, =1 {1 solicitud} other {# solicitudes}}.}}',
  'inbox.new': 'Registrar una solicitud recibida',
  'inbox.shares': 'De quién son las solicitudes',
  'inbox.share.todas': 'Todas',
  'inbox.share.mias': 'A mi cargo',
  'inbox.share.sin_asignar': 'Sin asignar',
  'inbox.none.todas': 'No hay nada pendiente.',
  'inbox.none.mias': 'No tiene ninguna solicitud a su cargo.',
  'inbox.none.sin_asignar': 'Todas las solicitudes pendientes tienen a alguien a cargo.',
  'inbox.showAll': 'Ver todas las de la unidad',
  'inbox.showClosed': 'Ver las solicitudes ya atendidas',
  'inbox.assignee': 'A cargo de {name}',
  'inbox.unassigned': 'Sin asignar',
  'casework.title': 'Trabajo interno de la unidad',
  'casework.lead': 'Solo lo ve su unidad. No aparece en el expediente, en informes ni en datos abiertos.',
  'casework.assignee': 'A cargo de',
  'casework.nobody': 'Nadie todavía',
  'casework.assign': 'Guardar',
  'casework.assigned':
    '{name, select, none {Ya nadie tiene a su cargo esta solicitud.} other {A cargo de {name}.}}',
  'casework.unassigned': 'Se deshizo el cambio de encargo.',
  'casework.notes': 'Notas internas',
  'casework.notes.none': 'No hay notas.',
  'casework.note': 'Nota nueva',
  'casework.note.hint': 'Para su equipo. No mueve ningún plazo.',
  'casework.note.add': 'Agregar la nota',
  'casework.noted': 'Nota agregada.',
  'casework.withdrawn': 'Se quitó la nota.',
  'casework.withdraw': 'Quitar',
  'casework.withdraw.about': 'la nota del {day}',
  'band.undo': 'Deshacer',
  'reply.title': 'Lo que declaró la organización',
  'reply.lead':
    'La organización declaró {count, plural, =1 {un hecho} other {# hechos}} de esta unidad. Si le consta otra cosa, respóndale: quedan las dos versiones, y ninguna se borra.',
  'reply.fact': '{fact}: {day}.',
  'reply.own': 'Anotar lo que nos consta',
  'reply.dispute': 'Decir que no estamos de acuerdo',
  'reply.prefill': 'Sobre «{fact}», que la organización declaró con fecha {day}: ',
} as const
