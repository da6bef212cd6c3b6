/** What forms say with scripts: drafts, the outbox, long lists, files. # stands for what the browser knows. */
export const islandsEs = {
  'draft.saved': 'Guardado en este dispositivo.',
  'draft.failed': 'No se pudo guardar en este dispositivo. Envíe el formulario antes de cerrar la página.',
  'draft.restored': 'Recuperamos lo que había escrito en este dispositivo y no consta como enviado.',
  'draft.restored.file':
    'Recuperamos lo que había escrito en este dispositivo y no consta como enviado. Los archivos no se guardan: elija el archivo de nuevo.',
  'draft.discard': 'Descartar',
  'draft.queued':
    'Sin conexión. Está guardado en este dispositivo y se enviará cuando vuelva la conexión y tenga abierta cualquier página de Vigía.',
  'draft.offline':
    'Sin conexión. Lo que escribió está guardado en este dispositivo; siga cuando vuelva la conexión.',
  'draft.file':
    'Sin conexión. Lo que escribió está guardado en este dispositivo, pero el archivo no. Envíelo cuando vuelva la conexión.',
  'outbox.sent': 'Volvió la conexión y se envió lo que estaba pendiente.',
  'outbox.see': 'Ver el resultado',
  'outbox.refused': 'Lo que estaba pendiente no se pudo registrar. El texto sigue en este dispositivo.',
  'outbox.open': 'Abrir el formulario y revisarlo',
  'outbox.unsent':
    'Hay un formulario sin enviar en este dispositivo. Si sale ahora se borra. Para salir de todos modos, pulse otra vez.',
  'drafts.title': 'Borradores en este dispositivo',
  'drafts.where': 'Solo se ven aquí y se borran al salir de su cuenta.',
  'drafts.queued': '(se enviará cuando vuelva la conexión)',
  'combobox.one': '1 opción',
  'combobox.many': '# opciones',
  'combobox.none': 'Ninguna opción coincide',
  'combobox.hint': 'Escriba parte del nombre o elija de la lista.',
  'upload.sending': 'Enviando #…',
  'upload.done': 'Recibimos #.',
  'upload.failed': 'No se pudo enviar #. Su archivo sigue elegido.',
  'upload.removed': 'Archivo quitado.',
  'upload.remove': 'Quitar el archivo',
  'upload.retry': 'Reintentar',
  'form.file.lost': 'Elija de nuevo {name}: su sesión había terminado y los archivos no se conservan.',
  'invalid.file.kind':
    '{label}: ese archivo no se admite. Adjunte un PDF, imagen, audio, documento de Word, Excel o LibreOffice, texto, correo o ZIP, de hasta {megabytes} MB',
} as const
