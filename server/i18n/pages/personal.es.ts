/** One's own account: letters, notices, sessions, a forgotten password; and what went wrong. */
export const personalEs = {
  'account.language': 'Idioma de sus mensajes',
  'account.language.short': 'Idioma',
  'account.language.submit': 'Guardar el idioma',
  'account.language.saved': 'Idioma guardado.',
  'account.notices': 'Qué le avisamos',
  'account.notices.lead':
    'Cada aviso se da una sola vez por vía. Lo que desmarque no se enviará; la solicitud siempre puede verse.',
  'account.notices.noMail':
    'Este sitio no tiene servidor de correo: por ahora los avisos se ven solo en Vigía. Lo que elija para el correo valdrá cuando lo tenga.',
  'account.notices.about': 'Aviso',
  'account.notices.box': '{group}: {channel}',
  'account.notices.submit': 'Guardar los avisos',
  'account.notices.saved': 'Avisos guardados.',
  'notice-group.plazos': 'Plazos que se acercan o vencieron',
  'notice-group.vistas': 'Resúmenes de sus vistas guardadas',
  'notice-group.nuevas': 'Solicitudes nuevas, remitidas o retiradas',
  'notice-group.respuestas': 'Trámite y respuestas',
  'notice-group.recursos': 'Recursos de revisión y amparo',
  'notice-group.versiones': 'Declaraciones, correcciones y disputas',
  'notice-group.informes': 'Informes y capacitaciones',
  'notice-channel.app': 'En Vigía',
  'notice-channel.mail': 'Por correo',
  'account.sessions': 'Sesiones abiertas',
  'account.sessions.lead':
    'Dónde está abierta su cuenta. Si no reconoce alguna, ciérrelas y cambie su contraseña.',
  'account.sessions.unknown': 'Dispositivo que no se reconoce',
  'account.sessions.current': 'Esta',
  'account.sessions.since': 'Desde el {at}',
  'account.sessions.sinceUnknown': 'No se sabe desde cuándo',
  'account.sessions.only': 'No hay otras sesiones abiertas.',
  'account.sessions.close': '{count, plural, =1 {Cerrar la otra sesión} other {Cerrar las otras # sesiones}}',
  'account.sessions.closed':
    '{count, plural, =0 {No había otras sesiones.} =1 {Se cerró la otra sesión.} other {Se cerraron las otras # sesiones.}}',
  'recovery.title': '¿Olvidó su contraseña?',
  'recovery.lead':
    'Escriba su correo. Si tiene una cuenta, le enviaremos un enlace para elegir otra contraseña.',
  'recovery.noMail':
    'Este sitio no tiene servidor de correo y no puede enviarle un enlace. Pida a quien administra las cuentas de su organización o institución una contraseña de un solo uso.',
  'recovery.email': '{label}: escriba un correo completo, por ejemplo nombre@ejemplo.gt',
  'recovery.submit': 'Enviar el enlace',
  'recovery.sent.title': 'Revise su correo',
  'recovery.sent':
    'Si hay una cuenta con ese correo, le enviamos un enlace. Sirve una sola vez, durante {minutes} minutos.',
  'recovery.sent.nothing':
    '¿No llegó? Mire en el correo no deseado y confirme que escribió el correo de su cuenta.',
  'recovery.new.title': 'Elija otra contraseña',
  'recovery.new.lead': 'Al guardarla se cerrarán todas sus sesiones y el enlace dejará de servir.',
  'recovery.done': 'Su contraseña cambió y sus sesiones se cerraron. Entre con la nueva.',
  'recovery.letter.subject': 'Vigía: enlace para elegir otra contraseña',
  'recovery.letter.text':
    'Alguien pidió elegir otra contraseña para la cuenta de este correo. Si fue usted, abra este enlace; sirve una sola vez, durante {minutes} minutos.',
  'recovery.letter.end': 'Si no fue usted, no haga nada: su contraseña sigue siendo la misma.',
  'errorPage.recover': 'Pedir otro enlace',
  'errorPage.back': 'Volver a intentarlo',
  'errorPage.code': 'Código {status}',
  'errorPage.wait':
    '{minutes, plural, =1 {Espere un minuto y vuelva a intentarlo.} other {Espere # minutos y vuelva a intentarlo.}}',
  'errorPage.search': 'Buscar una solicitud',
  'factor.title': 'Segundo paso para entrar',
  'factor.off':
    'Además de la contraseña, Vigía puede pedirle un código que cambia cada medio minuto en una aplicación de su teléfono. Quien robe su contraseña no podrá entrar.',
  'factor.on': 'Está activo: al entrar se le pide un código.',
  'factor.turnOn': 'Activar el segundo paso',
  'factor.turnOff': 'Quitar el segundo paso',
  'factor.turnOff.lead': 'Para quitarlo, escriba un código de su aplicación o uno de repuesto.',
  'factor.code': 'Código',
  'factor.code.hint': 'Los seis números de su aplicación, o un código de repuesto.',
  'factor.enter.title': 'Escriba su código',
  'factor.enter.lead': 'Abra la aplicación de códigos de su teléfono y escriba el de Vigía.',
  'factor.enter.again': 'Entrar con otra cuenta',
  'factor.wrong': '{label}: no es el de este momento, o ya se usó. Espere al siguiente y escríbalo',
  'factor.wrong.band': 'El código no es el de este momento, o ya se usó. El segundo paso sigue activo.',
  'factor.setup.title': 'Activar el segundo paso',
  'factor.setup.lead':
    'En una aplicación de códigos (por ejemplo Aegis, FreeOTP o Google Authenticator) agregue una cuenta con esta clave. Después escriba aquí el código que muestra.',
  'factor.setup.key': 'Clave',
  'factor.setup.open': 'Abrir en la aplicación de este dispositivo',
  'factor.setup.submit': 'Activar',
  'factor.spare.title': 'Guarde sus códigos de repuesto',
  'factor.spare.lead':
    'El segundo paso quedó activo. Si pierde el teléfono, cada uno de estos códigos sirve una vez. No se volverán a mostrar: anótelos en papel.',
  'factor.spare.done': 'Ya los guardé',
  'factor.removed': 'El segundo paso ya no se pide.',
  'field.code.wrong':
    'No es el código de este momento. Revise la hora de su teléfono y escriba el siguiente.',
} as const
