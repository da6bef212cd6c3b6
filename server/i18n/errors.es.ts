import type { Refusal } from '../domain/request/refusals.ts'
import type { ErrorCode } from '../errors.ts'

/** What went wrong and what to do about it, for every code but the refusals of the law. */
export const errorsEs = {
  'error.invalid-input.title': 'Hay datos que corregir',
  'error.invalid-input.detail':
    '{count, plural, one {Revise el campo señalado} other {Revise los # campos señalados}} y envíe de nuevo. No se guardó nada.',
  'error.sign-in-required.title': 'Inicie sesión',
  'error.sign-in-required.detail':
    'Esta página es solo para personas con cuenta. Inicie sesión y vuelva a intentarlo.',
  'error.forbidden.title': 'Su cuenta no permite hacer esto',
  'error.forbidden.detail':
    'Si su trabajo lo requiere, pídalo a quien administra las cuentas de su organización o institución.',
  'error.not-found.title': 'No se encontró',
  'error.not-found.detail':
    'Lo que busca no existe, o su cuenta no lo puede ver. Revise la dirección o búsquelo en la lista.',
  'error.second-factor-required.title': 'Falta su código',
  'error.second-factor-required.detail':
    'Esta cuenta pide un segundo paso. Envíe también el código de su aplicación.',
  'error.link-expired.title': 'Ese enlace ya no sirve',
  'error.link-expired.detail':
    'Sirve una sola vez y por tiempo limitado. Pida otro; el último que reciba es el único que vale.',
  'error.stale.title': 'Alguien lo cambió antes',
  'error.stale.detail':
    'Otra persona guardó un cambio mientras usted trabajaba. Abra de nuevo la página, revise lo nuevo y repita su cambio.',
  'error.duplicate.title': 'Ya existe',
  'error.duplicate.detail':
    'Ya hay un registro con ese dato, que debe ser único (por ejemplo, el mismo correo electrónico). Use otro o abra el que ya existe.',
  'error.invalid-document.title': 'El registro no es válido',
  'error.invalid-document.detail':
    'Algún dato no tiene la forma esperada y no se guardó nada. Revíselo y envíe de nuevo.',
  'error.query-not-indexed.title': 'Esa combinación de filtros no se puede consultar',
  'error.query-not-indexed.detail': 'Quite algún filtro o cambie el orden de la lista y busque de nuevo.',
  'error.not-deletable.title': 'No se puede borrar',
  'error.not-deletable.detail':
    'Lo registrado no se borra. Para corregirlo, agregue una corrección con su motivo.',
  'error.file-too-big.title': 'El archivo es demasiado grande',
  'error.file-too-big.detail':
    'El archivo pasa del tamaño permitido. Divídalo o guárdelo en menor calidad, por ejemplo un PDF de menor resolución.',
  'error.file-empty.title': 'El archivo está vacío',
  'error.file-empty.detail':
    'El archivo no tiene contenido (0 bytes) y no se guardó. Ábralo para ver si está completo, o elija otro.',
  'error.data-folder-in-use.title': 'Otro proceso usa la carpeta de datos',
  'error.data-folder-in-use.detail':
    'El proceso {pid} usa {dir}. Deténgalo, o indique otra carpeta con DATA_DIR.',
  'error.data-folder-not-writable.title': 'No se puede escribir en la carpeta de datos',
  'error.data-folder-not-writable.detail':
    'Dé permiso de escritura sobre {dir}, o indique otra carpeta con DATA_DIR.',
  'error.data-folder-newer.title': 'Los datos son de una versión más nueva',
  'error.data-folder-newer.detail':
    'La carpeta {dir} la escribió una versión más nueva de Vigía: su formato es {found} y esta lee hasta {supported}. Instale esa versión o indique otra carpeta con DATA_DIR.',
  'error.data-file-foreign.title': 'El archivo de datos no es de Vigía',
  'error.data-file-foreign.detail':
    '{path} no comienza como un archivo de datos: otro programa lo escribió, o se dañó. Ponga en su lugar la última copia, con Vigía detenida, o indique otra carpeta con DATA_DIR.',
  'error.data-folder-damaged.title': 'Los datos están incompletos',
  'error.data-folder-damaged.detail':
    'En {dir} hay {found} de {described} bytes, como los deja una copia que se cortó. Copie de nuevo la carpeta entera, con Vigía detenida, o indique otra con DATA_DIR.',
  'error.clock-apart.title': 'El reloj no es el de la base de datos',
  'error.clock-apart.detail':
    'Aquí son {own} y en {where} son {theirs}: {minutes} minutos de diferencia. Sincronice los relojes (NTP) y vuelva a arrancar: de ellos dependen los plazos.',
  'error.indexes-missing.title': 'Faltan índices en la base de datos',
  'error.indexes-missing.detail':
    'En {where} faltan: {missing}. Constrúyalos con npm run indexes y vuelva a arrancar.',
  'error.copy-unfinished.title': 'La copia de los datos no terminó',
  'error.copy-unfinished.detail':
    '{where} es una copia a medias de {from}. Repita npm run copy con ese origen para que siga y termine.',
  'error.copy-target-not-empty.title': 'El destino de la copia no está vacío',
  'error.copy-target-not-empty.detail':
    'En {where} ya hay datos ({collection}). Indique una carpeta o una base de datos vacía.',
  'error.storage-failed.title': 'No se pudo guardar o leer',
  'error.storage-failed.detail':
    'El almacén de datos falló. Su cambio no se confirmó: espere un minuto y vuelva a intentarlo.',
  'error.disk-full.title': 'No queda espacio en el disco',
  'error.disk-full.detail':
    'El archivo no cupo y no se guardó ninguna parte de él. Avise a quien administra el sitio; cuando haya espacio, pídalo de nuevo.',
  'error.rating-not-open.title': 'Esta respuesta no se puede valorar',
  'error.rating-not-open.detail':
    'Se valora una solicitud ya respondida. La valoran dos personas: primero una de la organización que pidió, después otra de la misma o la coordinación.',
  'error.report-cancelled.title': 'El informe se canceló',
  'error.report-cancelled.detail': 'No se guardó nada de él. Si lo necesita, pídalo de nuevo.',
  'error.report-interrupted.title': 'El informe se interrumpió',
  'error.report-interrupted.detail':
    'El sitio se detuvo mientras lo hacía. Los datos están intactos y del informe no quedó nada: pídalo de nuevo.',
  'error.report-not-ready.title': 'El informe aún no está listo',
  'error.report-not-ready.detail': 'Se puede descargar cuando esté terminado.',
  'error.report-worker-ended.title': 'El informe no se pudo terminar',
  'error.report-worker-ended.detail':
    'El proceso que lo hacía se detuvo, quizá por falta de memoria. Los datos están intactos: pídalo de nuevo, o por un período más corto.',
  'error.too-many-reports.title': 'Ya esperan muchos informes',
  'error.too-many-reports.detail': 'Espere a que terminen los que ya se pidieron y vuelva a pedirlo.',
  'error.database-unreachable.title': 'La base de datos no responde',
  'error.database-unreachable.detail':
    '{host} no respondió en 2 segundos. Revise MONGODB_URI y que el servidor esté en marcha.',
  'error.database-refused.title': 'La base de datos no acepta la cuenta',
  'error.database-refused.detail':
    '{host} no acepta el usuario o la contraseña de MONGODB_URI, o esa cuenta no puede leer y escribir en esa base de datos. Revíselos; si la cuenta es de otra base, agregue authSource, por ejemplo authSource=admin.',
  'error.database-tls-refused.title': 'La base de datos no acepta la conexión',
  'error.database-tls-refused.detail':
    '{host} recibe la conexión y la corta, o su certificado no vale. Si pide TLS, agregue tls=true a MONGODB_URI, con tlsCAFile si su autoridad es propia; si no lo usa, quítelo.',
  'error.database-address-wrong.title': 'MONGODB_URI no se entiende',
  'error.database-address-wrong.detail':
    'La dirección de {host} tiene una opción que no existe o no se admite, o un archivo que no está, o signos sin codificar en el usuario o la contraseña: @ se escribe %40, : es %3A y / es %2F.',
  'error.unexpected.title': 'Algo falló de nuestro lado',
  'error.unexpected.detail':
    'El fallo quedó registrado. Espere un minuto y vuelva a intentarlo; si sigue, avise a quien administra el sitio.',
  'error.bad-request.title': 'La petición no se entiende',
  'error.bad-request.detail':
    'La dirección o el envío llegó dañado o incompleto. Vuelva a la página anterior y envíe de nuevo.',
  'error.body-not-json.title': 'El contenido no es JSON válido',
  'error.body-not-json.detail':
    'Envíe un objeto JSON en UTF-8, por ejemplo \'{\'"title": "Contratos de 2025"\'}\'.',
  'error.body-too-big.title': 'El envío es demasiado grande',
  'error.body-too-big.detail':
    'Un envío puede llevar hasta 256 kB de texto. Acórtelo, o adjunte el texto como archivo.',
  'error.unsupported-media-type.title': 'Tipo de contenido no admitido',
  'error.unsupported-media-type.detail': 'Envíe los datos como application/json en UTF-8 y sin comprimir.',
  'error.method-not-allowed.title': 'Esa operación no existe aquí',
  'error.method-not-allowed.detail':
    'Consulte en la documentación de la API qué métodos admite esta dirección.',
  'error.precondition-required.title': 'Falta decir qué versión cambia',
  'error.precondition-required.detail':
    'Lea primero el recurso y envíe su ETag en la cabecera If-Match, por ejemplo If-Match: "3".',
  'error.idempotency-key-reused.title': 'Esa clave ya se usó con otros datos',
  'error.idempotency-key-reused.detail':
    'Use una Idempotency-Key nueva para cada creación, por ejemplo un UUID.',
  'error.idempotency-key-in-use.title': 'El mismo envío todavía está en curso',
  'error.idempotency-key-in-use.detail':
    'Espere unos segundos y repita el mismo envío con la misma Idempotency-Key.',
  'error.figures-not-counted.title': 'Las cifras se están contando',
  'error.figures-not-counted.detail':
    'Es la primera cuenta de todas las solicitudes y tarda unos minutos. Vuelva a abrir la página después; lo demás ya funciona.',
  'error.too-many-requests.title': 'Demasiados intentos',
  'error.too-many-requests.detail':
    'Espere {minutes, plural, one {un minuto} other {# minutos}} y vuelva a intentarlo.',
  'error.wrong-credentials.title': 'El correo o la contraseña no coinciden',
  'error.wrong-credentials.detail':
    'Revise ambos y vuelva a intentarlo. Si olvidó su contraseña, pida una nueva a quien administra las cuentas.',
  'error.password-change-required.title': 'Cambie su contraseña',
  'error.password-change-required.detail':
    'Su contraseña es de un solo uso. Elija una propia, de 12 caracteres o más, para continuar.',
  'error.not-same-origin.title': 'El envío vino de otro sitio',
  'error.not-same-origin.detail':
    'Por seguridad no se hizo nada. Abra Vigía en su navegador y envíe desde ahí.',
  'error.csrf-token-wrong.title': 'El formulario caducó',
  'error.csrf-token-wrong.detail':
    'Por seguridad no se hizo nada. Vuelva a abrir la página y envíe de nuevo.',
  'error.port-in-use.title': 'El puerto está ocupado',
  'error.port-in-use.detail':
    'Otro programa usa el puerto {port}. Deténgalo, o indique otro con PORT, por ejemplo PORT=3001.',
  'error.unknown-institution.title': 'Esa institución no está en el registro',
  'error.unknown-institution.detail':
    'Búsquela por su nombre o sus siglas, por ejemplo MINFIN, o pida que la agreguen a quien administra el sitio.',
  'error.unknown-organisation.title': 'Esa organización no está en el registro',
  'error.unknown-organisation.detail':
    'Búsquela por su nombre completo, o pida que la agreguen a quien administra el sitio.',
  'error.period-invalid.title': 'El período no es válido',
  'error.period-invalid.detail':
    'El primer día no puede ser posterior al último. Escriba, por ejemplo, del 2026-01-01 al 2026-06-30.',
  'error.evidence-file-unknown.title': 'El archivo de la constancia no se encontró',
  'error.evidence-file-unknown.detail':
    'Adjunte primero el archivo a la solicitud y después cítelo como constancia.',
  'error.partly-logged.title': 'Faltan instituciones por registrar',
  'error.partly-logged.detail':
    '{logged, plural, one {Una solicitud se registró} other {# solicitudes se registraron}}. Falló en: {names}. Envíe de nuevo: solo se harán las que faltan.',
  'error.silence-not-established.title': 'Todavía no consta el silencio',
  'error.silence-not-established.detail':
    'La constancia se da cuando el plazo para responder venció sin respuesta. Aquí no ha vencido, o se respondió a tiempo.',
  'error.review-not-open.title': 'El recurso de revisión no está abierto',
  'error.review-not-open.detail':
    'Se puede pedir revisión de una respuesta notificada o del silencio. Anote primero lo que haya pasado en la solicitud.',
  'error.too-many-views.title': 'Ya tiene demasiadas vistas guardadas',
  'error.too-many-views.detail':
    'Puede guardar hasta {limit, number}. Borre una que ya no use y guarde de nuevo.',
  'error.no-recipient.title': 'Nadie puede recibir el correo',
  'error.no-recipient.detail':
    'Esa unidad no tiene cuenta en Vigía. Entregue el informe en papel o en una reunión y dele el enlace del acuse, o pida que se le cree una cuenta.',
  'error.edition-not-in-that-state.title': 'Esta edición ya no admite ese paso',
  'error.edition-not-in-that-state.detail':
    'Una edición pasa de borrador a réplica y de ahí a publicada; una publicada no cambia. Abra la edición y vea en qué paso está.',
  'error.period-not-over.title': 'El período no había terminado',
  'error.period-not-over.detail':
    'El corte es anterior al último día del período, {until}: el informe queda en borrador. Corrija el corte o el período cuando haya terminado.',
  'error.reply-term-running.title': 'Todavía corre el plazo de réplica',
  'error.reply-term-running.detail':
    'Faltan instituciones por responder y su plazo termina el {until}. Publique después de ese día, o cuando todas hayan respondido.',
  'error.reply-term-over.title': 'El plazo de réplica terminó',
  'error.reply-term-over.detail':
    'Su institución podía responder hasta el {until}. Puede pedir una corrección a quien publica el informe.',
  'error.challenge-open.title': 'Hay cifras impugnadas sin resolver',
  'error.challenge-open.detail': 'Decida cada impugnación, con su razón, antes de publicar.',
  'error.already-replied.title': 'Su institución ya respondió',
  'error.already-replied.detail': 'La respuesta se publica tal como se envió y no se cambia.',
  'error.changes-required.title': 'Diga qué cambia y por qué',
  'error.changes-required.detail':
    'Esta edición corrige otra ya publicada: escriba al menos un cambio, con su razón.',
  'error.missing-glyph.title': 'Un carácter no se puede imprimir',
  'error.missing-glyph.detail':
    'El informe no se hizo: «{character}» ({codePoint}), en «{text}», bajo «{place}», no existe en su tipo de letra. Corrija ese texto en el registro, por ejemplo quitando el emoji, y vuelva a pedirlo.',
} as const satisfies Record<`error.${Exclude<ErrorCode, Refusal>}.${'title' | 'detail'}`, string>
