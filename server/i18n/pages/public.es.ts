/** Institutions, open data and the home page, for anyone. */
export const publicEs = {
  'nav.data': 'Datos abiertos',
  'nav.help': 'Ley y ayuda',
  'institutions.public.lead':
    'Las instituciones que la ley obliga a informar, con lo que consta de cómo responden. Van por nombre, no por puesto.',
  'institutions.public.description':
    'Qué instituciones de Guatemala responden a tiempo las solicitudes de información, con cuántos casos.',
  'institutions.search': 'Buscar institución',
  'institutions.search.hint': 'Nombre o siglas',
  'institutions.search.submit': 'Buscar',
  'institutions.count':
    '{count, plural, =0 {Ninguna institución} =1 {1 institución} other {# instituciones}}',
  'institutions.none': 'Ninguna institución cumple esa búsqueda.',
  'institutions.all': 'Ver todas las instituciones',
  'institutions.due': 'Vencían',
  'institutions.onTime': 'En plazo',
  'institutions.onTime.of': 'de {n}',
  'institutions.unanswered': 'Sin respuesta',
  'institutions.median': 'Mediana',
  'institution.description':
    'Cómo responde {name} a las solicitudes de información: plazos, resultados y años.',
  'institution.inactive': 'Esta institución ya no está en el registro. Lo que consta de ella se conserva.',
  'institution.twelve': 'Últimos doce meses',
  'institution.none':
    'Sin datos: no consta ninguna solicitud publicada a esta institución en los últimos doce meses.',
  'institution.contact': 'Unidad de información',
  'institution.contact.none':
    'No consta su dirección. La ley obliga a cada institución a publicarla (artículo 10).',
  'institution.sector': 'Sector',
  'institution.address': 'Dirección',
  'institution.phone': 'Teléfono',
  'institution.email': 'Correo electrónico',
  'institution.website': 'Portal',
  'institution.hours': 'Horario',
  'institution.counting': 'Cómo se cuentan sus plazos',
  'institution.capital.yes': 'En la ciudad de Guatemala: el 15 de agosto no se cuenta.',
  'institution.capital.no': 'Fuera de la ciudad de Guatemala: el 15 de agosto se cuenta.',
  'institution.cutoff': 'Lo que recibe después de las {time} cuenta desde el día hábil siguiente.',
  'institution.calculate': 'Calcular un plazo con esta institución',
  'institution.edit': 'Editar esta ficha',
  'institution.grounds': 'Por qué no entregó',
  'institution.refused':
    'Negó por reserva o confidencialidad: {share} (n = {n}; intervalo del 95%: {interval}).',
  'institution.grounds.lead':
    'Motivos citados en {n, plural, =1 {la única respuesta que no entregó} other {las # respuestas que no entregaron}} todo. Una respuesta puede citar varios.',
  'institution.grounds.none': 'En el período no hubo respuestas que negaran o dejaran de entregar algo.',
  'institution.ground': 'Motivo',
  'institution.ground.none': 'Ninguno: no dijo por qué',
  'institution.ground.count': 'Respuestas',
  'institution.years': 'Año por año',
  'institution.years.few': 'Con menos de 10 casos se da el conteo y no el porcentaje.',
  'institution.year': 'Año',
  'institution.requests': 'Sus solicitudes',
  'institution.requests.none': 'No consta ninguna solicitud publicada a esta institución.',
  'institution.requests.all': 'Ver todas sus solicitudes',
  'institution.charts': 'Ver sus gráficas en el tablero',
  'home.lead':
    'Vigía sigue las solicitudes de información pública que organizaciones de Guatemala presentan a las instituciones: dice cuándo vence cada plazo y cómo se contó. Lo que no se respondió a tiempo queda a la vista de todos.',
  'home.search': 'Buscar una solicitud',
  'home.search.hint': 'Palabras del título o su número',
  'home.search.submit': 'Buscar',
  'home.figures': 'Cómo van los últimos doce meses',
  'home.figures.more': 'Ver el tablero completo',
  'home.latest': 'Resueltas hace poco',
  'home.latest.none': 'Todavía no consta ninguna solicitud resuelta.',
  'home.latest.more': 'Ver todas las solicitudes',
  'home.ask': 'Cómo pedir información',
  'home.ask.1':
    'Diga a qué institución se la pide, quién es usted y qué información quiere, con claridad. No tiene que dar motivos (artículo 41).',
  'home.ask.2':
    'Preséntela por escrito, en línea o de palabra en la Unidad de Información Pública, y guarde la constancia del día (artículo 38).',
  'home.ask.3':
    'Cuente diez días hábiles: para entonces deben darle una resolución por escrito (artículo 42). La calculadora le dice el día.',
  'home.ask.4':
    'Si no responden, deben entregársela sin costo en otros diez días (artículo 44), y puede pedir revisión (artículos 52 a 55).',
  'home.ask.more': 'Leer la ley y la ayuda',
  'home.calculate': 'Calcular un plazo',
  'data.title': 'Datos abiertos',
  'data.description':
    'Solicitudes, incumplimientos, instituciones, cifras y días inhábiles de Vigía, en CSV y JSON, con su diccionario.',
  'data.lead':
    'Todo lo que se publica en Vigía se puede descargar, usar y volver a publicar, también con fines comerciales, si se cita la fuente.',
  'data.licence': 'Licencia',
  'data.licence.text':
    'Creative Commons Atribución 4.0 Internacional (CC BY 4.0). Cítelo así: «Vigía, datos al {day}», con un enlace a esta página.',
  'data.licence.link': 'Texto de la licencia',
  'data.never': 'Lo que nunca está en ellos',
  'data.never.text':
    'Ni el texto, ni el título, ni los archivos, ni el número de expediente de una solicitud, ni el nombre de quien la hizo o de quien la respondió: en cualquiera de ellos puede haber datos personales (artículo 31). Tampoco las solicitudes que una organización decidió no publicar, ni siquiera en los conteos.',
  'data.sets': 'Conjuntos de datos',
  'data.set': 'Conjunto y qué contiene',
  'data.rows': 'Filas',
  'data.updated': 'Datos al',
  'data.files': 'Archivos',
  'data.csv': 'CSV',
  'data.json': 'JSON',
  'data.sample': 'Muestra de 20 filas',
  'data.columns': 'Qué dice cada columna',
  'data.column': 'Columna',
  'data.meaning': 'Qué dice',
  'data.set.solicitudes': 'Solicitudes',
  'data.set.solicitudes.text':
    'Una fila por solicitud publicada: institución, estado, resultado y el día de cada paso.',
  'data.set.incumplimientos': 'Incumplimientos',
  'data.set.incumplimientos.text':
    'Una fila por plazo legal incumplido: qué artículo, cuándo vencía y cuántos días de retraso lleva.',
  'data.set.instituciones': 'Instituciones',
  'data.set.instituciones.text':
    'El registro de sujetos obligados: sector, horario y cómo se cuentan sus plazos.',
  'data.set.cifras': 'Cifras',
  'data.set.cifras.text':
    'Los indicadores de los últimos doce meses, de todas y de cada institución, con su n y su intervalo.',
  'data.set.dias-inhabiles': 'Días inhábiles',
  'data.set.dias-inhabiles.text':
    'Los días que la administración pública cerró por acuerdo, con su fuente. Los asuetos de ley se calculan por regla.',
  'data.dictionary': 'Descargar el diccionario completo (CSV)',
  'data.snapshots': 'Copias de cada mes',
  'data.snapshots.text':
    'Los mismos archivos como estaban un día de cada mes, para citarlos. No cambian: quien tenga uno puede comprobarlo con su SHA-256.',
  'data.snapshots.none': 'Todavía no hay copias: la primera se hace en la próxima revisión nocturna.',
  'data.snapshots.api': 'Para programas:',
  'data.snapshot': 'Datos al {day}',
  'data.snapshot.rows': '{rows, plural, =1 {1 fila} other {# filas}}',
  'data.snapshot.dictionary': 'Diccionario',
  'data.format': 'Cómo leer los archivos',
  'data.format.text':
    'CSV en UTF-8 con comas, como lo abre una hoja de cálculo. Las fechas van como 2026-11-23; sí y no, como 1 y 0; lo que no consta, vacío. Varios valores en una celda se separan con punto y coma. Una celda que empezaría como fórmula lleva un apóstrofo delante.',
  'data.api': 'Interfaz de programación',
  'data.api.text':
    'No pide clave. La primera dirección enumera los conjuntos con sus columnas; las demás dan un conjunto en CSV o JSON. Con ?limit=20 llegan solo las primeras filas.',
  'data.feed': 'Novedades en Atom',
  'data.feed.text':
    'Las últimas solicitudes resueltas y los últimos plazos incumplidos, para un lector de noticias.',
  'feed.title': 'Vigía: novedades',
  'feed.resolved': '{reference}: {outcome}, {institution}',
  'feed.resolved.text': '{institution} resolvió el {day}: {outcome}.',
  'feed.broken': '{reference}: {breach}, {institution}',
  'feed.broken.text': '{institution}: el plazo vencía el {day} (artículo {article}).',
} as const
