/** What an import says of a row, of how the file was read, and of a file that it cannot read. */
export const importsEs = {
  'import.reason.date-not-understood':
    'No se entiende la fecha. Escríbala como 2026-02-28, 28/02/2026 o 2/28/2026 e indique el orden.',
  'import.reason.impossible-date': 'Esa fecha no existe en el calendario, o el orden de día y mes es otro.',
  'import.reason.before-2009': 'La fecha es anterior a 2009, el año en que entró en vigor la ley.',
  'import.reason.in-the-future': 'La fecha está en el futuro.',
  'import.reason.received-missing': 'Falta la fecha de recepción: sin ella no hay plazo que contar.',
  'import.reason.closed-before-received': 'El cierre es anterior a la recepción.',
  'import.reason.too-many-cells':
    'La fila tiene más celdas que el encabezado: quizá falten comillas en un texto con el separador.',
  'import.reason.too-long': 'El texto es demasiado largo para esta columna.',
  'import.reason.institution-missing': 'Falta la institución.',
  'import.reason.unknown-institution':
    'Esa institución no está en el registro. Corrija el nombre, o pida que se agregue.',
  'import.reason.disposition-not-understood':
    'No se reconoce el resultado: la solicitud se importó como respondida, sin resultado, con estas palabras.',
  'import.reason.disposition-without-date':
    'Hay un resultado sin fecha de cierre: la solicitud se importó como abierta.',
  'import.reason.changed-meanwhile':
    'Otra persona cambiaba la solicitud al mismo tiempo. Vuelva a importar el archivo.',
  'import.note.law-clocks':
    'Los plazos se cuentan por la Ley de Acceso a la Información Pública de Guatemala (diez días hábiles, art. 42), sean cuales fueran las reglas del registro de origen.',
  'import.note.due-column-unused':
    'La columna «{column}» se guarda como texto en cada solicitud; no fija ningún plazo.',
  'import.note.encoding': 'El archivo se leyó como {encoding}.',
  'import.note.delimiter': 'El separador de columnas es «{delimiter}».',
  'import.note.date-order-seen':
    'Las fechas de «{column}» se leyeron como {order, select, mdy {mes/día/año} other {día/mes/año}}: alguna lo muestra.',
  'import.note.date-order-assumed':
    'Ninguna fecha de «{column}» muestra su orden; se tomó {order, select, mdy {mes/día/año} other {día/mes/año}} por el idioma del encabezado. Si es otro, indíquelo e impórtelo de nuevo.',
  'import.note.institution-from-numbers':
    'El registro no nombra institución; se tomó «{name}» de los números de solicitud. Si es otra, indíquela e impórtelo de nuevo.',
  'import.note.institution-from-file-name':
    'El registro no nombra institución; se tomó «{name}» del nombre del archivo. Si es otra, indíquela e impórtelo de nuevo.',
  'import.note.institutions-created':
    '{count, plural, one {Institución nueva} other {Instituciones nuevas (#)}}, con el nombre que da el registro: {names}.',
  'import.note.organisation-created': 'Organización nueva: {name}.',
  'import.note.columns-ignored':
    '{count, plural, one {Columna que no se usa} other {Columnas que no se usan}}: {columns}.',
  'import.note.closed-without-sense':
    '{count, plural, one {Una fila cerrada no dice} other {# filas cerradas no dicen}} uno de los sentidos del artículo 42: constan como respondidas, sin resultado, con las palabras del registro.',
  'import.note.refusals-without-ground':
    '{count, plural, one {Una negativa} other {# negativas}} sin motivo de la ley de Guatemala: constan como negativa por confidencialidad, con las palabras del registro.',
  'import.note.rows-without-number':
    '{count, plural, one {Una fila no tiene} other {# filas no tienen}} número: se reconocen por su fecha, institución y título.',
  'import.file.empty-file': 'El archivo {value} está vacío.',
  'import.file.spreadsheet-file':
    '{value} es un libro de Excel. Guárdelo como CSV (Archivo, Guardar como, CSV UTF-8) e impórtelo de nuevo.',
  'import.file.binary-file': '{value} no es un archivo de texto. Guarde los datos como CSV.',
  'import.file.quote-not-closed':
    'En {value} hay unas comillas que se abren y no se cierran, o un texto entre comillas mal formado. Corríjalas e impórtelo de nuevo.',
  'import.file.no-header': 'No se encontró el encabezado en {value}.',
  'import.file.unknown-column':
    'El archivo no tiene una columna «{value}». Columnas que tiene: {columns}. Indique una de ellas.',
  'import.file.no-received-column':
    'Ninguna columna es la fecha de recepción. Encabezado encontrado: {value}. Indique cuál lo es.',
  'import.command.unknown-institution':
    'Esa institución no está en el registro. Corrija el nombre, o use --create-institutions.',
  'import.command.date-order-assumed':
    'Ninguna fecha de «{column}» muestra su orden; se tomó {order, select, mdy {mes/día/año} other {día/mes/año}} por el idioma del encabezado. Si es otro, use --date-order.',
  'import.command.institution-from-numbers':
    'El registro no nombra institución; se tomó «{name}» de los números de solicitud. Si es otra, use --institution.',
  'import.command.institution-from-file-name':
    'El registro no nombra institución; se tomó «{name}» del nombre del archivo. Si es otra, use --institution.',
  'import.command.unknown-column':
    '{option}: el archivo no tiene una columna «{value}». Columnas que tiene: {columns}. Escriba una de ellas o quite la opción.',
  'import.command.no-received-column':
    'Ninguna columna es la fecha de recepción. Encabezado encontrado: {value}. Indíquela con --received-column.',
  'field.import.empty-file': 'El archivo está vacío.',
  'field.import.spreadsheet-file': 'Es un libro de Excel. Guárdelo como CSV y envíelo de nuevo.',
  'field.import.binary-file': 'No es un archivo de texto. Guarde los datos como CSV.',
  'field.import.quote-not-closed':
    'Hay unas comillas que se abren y no se cierran. Corríjalas y envíelo de nuevo.',
  'field.import.no-header': 'No se encontró el encabezado.',
  'field.import.unknown-column': 'El archivo no tiene esa columna.',
  'field.import.no-received-column':
    'Ninguna columna es la fecha de recepción. Nómbrela, por ejemplo, «Fecha de recepción».',
} as const
