/** The law in plain words, accessibility and privacy; the calculator's file. */
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
  'help.title': 'Ley y ayuda',
  'help.description':
    'Cómo pedir información pública en Guatemala, qué plazos fija la ley y qué hacer si no responden, con el artículo de cada regla.',
  'help.lead':
    'Lo que la Ley de Acceso a la Información Pública (Decreto 57-2008) le permite pedir, cuánto pueden tardar y qué puede hacer usted. Cada regla lleva su artículo.',
  'help.contents': 'En esta página',
  'help.derecho': 'Qué derecho tiene',
  'help.derecho.1':
    'Toda persona, sola o en nombre de una organización, puede pedir la información que una institución pública tiene, produce o administra. No hace falta ser abogado, ni tener interés en el asunto, ni decir para qué la quiere (artículos 5 y 41).',
  'help.derecho.2':
    'La obligación alcanza a los tres organismos del Estado, a las municipalidades, a las entidades descentralizadas y autónomas y a quienes manejan dinero público (artículo 6). En la duda vale la máxima publicidad: lo reservado es la excepción (artículos 3 y 8).',
  'help.pedir': 'Cómo pedir',
  'help.pedir.1':
    'Se pide en la Unidad de Información Pública de la institución, por escrito, en línea o de palabra. El formulario de la institución ayuda, pero no es obligatorio (artículo 38).',
  'help.pedir.2':
    'La solicitud solo debe decir tres cosas: a qué institución se dirige, quién la hace y qué información se pide, de modo claro y preciso. No pueden exigirle más formalidades (artículo 41).',
  'help.pedir.3':
    'Guarde siempre la constancia del día en que la recibieron: el sello, el correo o el número del portal. Sin ella, la fecha desde la que se cuenta queda en duda.',
  'help.pedir.4':
    'Quien la recibe no puede negarse porque «no le toca»: debe enviarla de inmediato a quien corresponda (artículo 38).',
  'help.plazos': 'Los plazos',
  'help.plazos.1': 'Estos son los plazos de la ley. Todos se cuentan en días hábiles.',
  'help.term': 'Para qué',
  'help.term.days': 'Días hábiles',
  'help.term.article': 'Artículo',
  'help.term.response': 'Responder una solicitud',
  'help.term.extension': 'Prórroga, como máximo y una sola vez',
  'help.term.delivery': 'Entregar sin costo, si no respondieron a tiempo',
  'help.term.filing': 'Presentar el recurso de revisión',
  'help.term.decision': 'Resolver el recurso de revisión',
  'help.term.compliance': 'Cumplir lo que se resolvió',
  'help.term.own': 'Entregar a una persona sus propios datos',
  'help.term.change': 'Resolver si se corrigen datos propios',
  'help.contar': 'Cómo se cuentan los días',
  'help.contar.1':
    'El primer día que cuenta es el día hábil siguiente a aquel en que la solicitud se presentó. No se cuentan sábados, domingos, asuetos ni los días en que la oficina cerró todas sus horas (Ley del Organismo Judicial, artículo 45).',
  'help.contar.2':
    'Los medios días, como el 24 y el 31 de diciembre, sí cuentan, salvo que un acuerdo los declare inhábiles. El 30 de junio se goza en lunes. El 15 de agosto es asueto solo en la ciudad de Guatemala.',
  'help.contar.3':
    'Si el Gobierno cierra las oficinas por acuerdo, los plazos que ya corrían se mueven. Cada solicitud en Vigía muestra su cuenta día por día, con la fuente de cada día que no se contó.',
  'help.silencio': 'Si no responden',
  'help.silencio.1':
    'Si vence el plazo sin respuesta, la institución queda obligada a entregarle la información en los diez días siguientes, sin costo y sin que tenga que pedirla otra vez. La ley lo llama afirmativa ficta (artículo 44). No entregar entonces puede ser delito (artículos 44 y 66).',
  'help.silencio.2':
    'Puede además pedir revisión: el silencio es uno de los motivos (artículo 55, numeral 4). El recurso lo resuelve la máxima autoridad de la misma institución en cinco días (artículos 53 y 58).',
  'help.silencio.3':
    'La ley no dice desde qué día corren los quince días para pedir esa revisión. Lo prudente es contarlos desde que venció el plazo de respuesta.',
  'help.silencio.4':
    'Después del recurso de revisión queda el amparo ante los tribunales (artículo 60). Para eso, busque asesoría de un abogado.',
  'help.negada': 'Si se la niegan',
  'help.negada.1':
    'Toda respuesta, también la que niega, debe ser una resolución por escrito, y la que niega debe decir sus motivos (artículo 45).',
  'help.negada.2':
    'Por reserva solo pueden negarla si una resolución de la máxima autoridad, publicada en el Diario Oficial, clasificó antes esa información, por siete años como máximo (artículo 25). Nunca puede reservarse lo que toca a violaciones de derechos humanos (artículo 24).',
  'help.negada.3':
    'Si solo una parte es reservada o confidencial, deben entregarle el resto. Si dicen que la información no existe, o lo que entregan está incompleto, también puede pedir revisión (artículos 54 y 55).',
  'help.negada.4':
    'El recurso se presenta en los quince días siguientes a la notificación. Basta con decir a qué institución, quién es usted y dónde recibe avisos, cuándo le notificaron y qué pide. Los defectos los corrige la propia autoridad (artículos 54, 56 y 57).',
  'help.costo': 'Cuánto cuesta',
  'help.costo.1':
    'Ver la información en la oficina es gratis. Solo pueden cobrarle la reproducción, nunca por encima de su costo, y usted puede llevar el material (artículos 16 a 18). Lo que se entrega por silencio no se cobra (artículo 44).',
  'help.datos': 'Sus propios datos',
  'help.datos.1':
    'Puede pedir los datos que una institución guarda de usted y que los corrija. Es el hábeas data: solo lo pide su titular o quien lo represente, con prueba de quién es (artículos 30 a 35). Nadie puede difundir los datos personales de otro sin su permiso por escrito (artículo 31).',
  'help.dudas': 'Lo que la ley no dice con claridad',
  'help.dudas.1':
    'La ley dice «días» en casi todos sus plazos. Que son hábiles se sigue de su artículo 8 y de la Ley del Organismo Judicial; así lo aplican varias instituciones.',
  'help.dudas.2':
    'No dice qué pasa con el plazo mientras le piden que aclare. Vigía lo cuenta desde el día en que aclaró y muestra también la fecha más temprana. Tampoco dice cuántos días le dan para aclarar.',
  'help.dudas.3':
    'La prórroga debe avisarse «dentro de los dos días anteriores» al vencimiento: Vigía lo lee como los dos últimos días hábiles antes de aquel en que vence.',
  'help.dudas.4':
    'No dice qué hora es la última. Vigía cuenta el día en que llegó, a cualquier hora, salvo que la institución aplique una hora de corte.',
  'help.glosario': 'Glosario',
  'help.g.uip': 'UIP',
  'help.g.uip.text':
    'Unidad de Información Pública: la oficina que recibe y responde las solicitudes (artículos 19 y 20).',
  'help.g.obligado': 'Sujeto obligado',
  'help.g.obligado.text': 'La institución que debe informar (artículo 6).',
  'help.g.constancia': 'Constancia',
  'help.g.constancia.text': 'La prueba del día en que recibieron la solicitud: sello, correo o número.',
  'help.g.prevencion': 'Prevención, previo o aclaración',
  'help.g.prevencion.text': 'La unidad le pide que aclare o complete lo que pidió (artículo 42, numeral 2).',
  'help.g.prorroga': 'Prórroga',
  'help.g.prorroga.text': 'Hasta diez días más para responder, con aviso y motivo (artículo 43).',
  'help.g.ficta': 'Afirmativa ficta',
  'help.g.ficta.text':
    'Si no respondieron, deben entregar sin costo en diez días (artículo 44). No es un documento ya concedido.',
  'help.g.reservada': 'Información reservada',
  'help.g.reservada.text': 'La que una resolución publicada clasificó por un tiempo (artículos 23 a 28).',
  'help.g.confidencial': 'Información confidencial',
  'help.g.confidencial.text':
    'La que la ley protege sin límite de tiempo, como los datos personales sensibles (artículo 22).',
  'help.g.inexistencia': 'Inexistencia',
  'help.g.inexistencia.text': 'La institución responde que no tiene la información (artículo 42, numeral 4).',
  'help.g.desechada': 'Desechada',
  'help.g.desechada.text': 'La solicitud que no se aclaró en el plazo concedido (artículo 42, numeral 2).',
  'help.g.revision': 'Recurso de revisión',
  'help.g.revision.text':
    'Pedir a la máxima autoridad que revise la respuesta o el silencio (artículos 52 a 60).',
  'help.g.conducente': 'Certificar lo conducente',
  'help.g.conducente.text': 'Enviar el caso a un tribunal o al Ministerio Público (artículo 60).',
  'help.g.amparo': 'Amparo',
  'help.g.amparo.text':
    'Pedir a un tribunal que proteja un derecho, una vez agotado lo anterior (artículo 60).',
  'help.fuentes': 'De dónde sale esto',
  'help.fuentes.1':
    'Del texto del Decreto 57-2008 y de la Ley del Organismo Judicial, artículo 45. Es una explicación y no sustituye a la ley ni a la asesoría de un abogado: ante un tribunal, lea el texto oficial.',
  'acc.lead':
    'Vigía se hizo para que cualquier persona termine lo que vino a hacer, con el teclado, con lector de pantalla, en un teléfono sencillo y sin JavaScript.',
  'acc.standard': 'Qué cumple',
  'acc.standard.1':
    'Las pautas WCAG 2.2, nivel AA. En cada cambio, pruebas automáticas revisan cada página y cada estado, en español y en inglés, a 320 y a 1,280 píxeles de ancho, con todo lo plegado abierto: no se admite ninguna falta.',
  'acc.standard.2':
    'Todo se puede hacer con el teclado y con JavaScript apagado. El texto se puede agrandar al doble sin que la página se desborde. Nada se dice solo con color: siempre hay una palabra y una forma.',
  'acc.standard.3':
    'Cada gráfica tiene una frase que dice lo mismo, una tabla y un archivo CSV. Los informes en PDF llevan etiquetas, orden de lectura e idioma.',
  'acc.limits': 'Qué falta',
  'acc.limits.1':
    'Todavía no se ha probado con personas que usan lector de pantalla todos los días, ni en teléfonos de verdad. Las pruebas automáticas no lo ven todo.',
  'acc.limits.2':
    'Los archivos que adjuntan organizaciones e instituciones son como ellas los hicieron: muchos son fotografías de papel, que un lector de pantalla no puede leer.',
  'acc.limits.3': 'Las páginas están en español y en inglés; no están en los idiomas mayas.',
  'acc.contact': 'Si algo no le funciona',
  'acc.contact.1':
    'Dígalo a quien administra Vigía en su organización o institución, con la dirección de la página y lo que quería hacer. Si no tiene cuenta, dígalo a la organización cuyas solicitudes consulta. Un obstáculo se trata como una falla.',
  'acc.contact.2':
    'También puede pedir la información en otro formato a la Unidad de Información Pública: la ley le deja elegir el medio (artículo 45).',
  'acc.date': 'Declaración revisada en noviembre de 2026.',
  'priv.lead':
    'Vigía guarda lo menos que puede y publica menos todavía. La ley prohíbe difundir datos personales sin permiso escrito de su titular (artículo 31).',
  'priv.public': 'Qué se publica',
  'priv.public.1':
    'De cada solicitud que su organización decidió publicar: el título, la organización, la institución, los días de cada paso, el estado y el resultado. Nunca el nombre de una persona, ni el texto, ni los archivos, ni el número de expediente. En los datos abiertos tampoco van el título ni la organización.',
  'priv.public.2':
    'No escriba datos personales en el título de una solicitud: es lo único redactado por usted que se publica.',
  'priv.accounts': 'Qué se guarda de quien tiene cuenta',
  'priv.accounts.1':
    'Su nombre, su correo, su función, la organización o institución a la que pertenece y una huella de su contraseña, que no permite leerla. De cada sesión abierta, el nombre del navegador y del sistema, sin versión, para que usted la reconozca y pueda cerrarla. Cada acto queda anotado con la cuenta que lo registró, para que nadie pueda cambiar la historia de una solicitud sin que se note.',
  'priv.accounts.2':
    'El nombre lo ven quienes administran las cuentas de su mismo lado. En las solicitudes aparece su organización o institución, no usted.',
  'priv.visits': 'Qué se sabe de quien visita',
  'priv.visits.1':
    'Nada que lo identifique. No se miden visitas, no hay cookies de terceros, y ninguna página pide nada a otro sitio. El servidor anota qué tipo de página se pidió y cuánto tardó: ni su dirección, ni lo que buscó, ni quién es.',
  'priv.visits.2':
    'Solo al entrar con una cuenta se guarda una cookie de sesión, que se borra al salir o al cabo de unas horas. Para frenar a quien adivina contraseñas se cuenta por unos minutos desde dónde se falla, sin que se pueda leer la dirección guardada.',
  'priv.visits.3':
    'Lo que se escribe en un formulario puede guardarse en su propio dispositivo hasta que lo envíe o salga; si pulsa «Guardar borrador», se guarda también en su cuenta y solo usted lo ve, hasta que lo envíe o pasen los días que dice su lista de borradores. En una computadora compartida, salga siempre de su cuenta.',
  'priv.kept': 'Cuánto tiempo',
  'priv.kept.1':
    'La historia de una solicitud no se borra: la ley prohíbe destruir o alterar los archivos (artículos 36 y 37). Una cuenta que ya no se usa se desactiva y deja de poder entrar.',
  'priv.rights': 'Qué puede pedir',
  'priv.rights.1':
    'Ver los datos que se guardan de usted y que se corrijan (artículos 30 a 35). Pídalo a quien administra Vigía en su organización o institución. Si cree que algo publicado revela datos personales, dígaselo también.',
} as const
