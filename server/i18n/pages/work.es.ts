/** Where each begins the day: home and inbox; the calculator; notices; accounts; the account itself. */
export const workEs = {
  'home.title': 'Inicio',
  'home.all': 'Ver todas las solicitudes',
  'home.public.title': 'Sepa cuándo le deben responder',
  'home.public.lead':
    'Vigía sigue las solicitudes de información pública que se presentan a las instituciones de Guatemala: dice cuándo vence cada plazo, cómo se contó y qué se incumplió.',
  'home.public.calculator': 'Calcular un plazo',
  'home.public.requests': 'Ver solicitudes publicadas',
  'inbox.title': 'Bandeja de la unidad de información',
  'inbox.lead':
    '{count, plural, =0 {Ninguna solicitud espera} =1 {1 solicitud espera} other {# solicitudes esperan}} un acto de su unidad. {institution}.',
  'inbox.vencida': 'Vencidas',
  'inbox.pronto': 'Vencen en 3 días hábiles o menos',
  'inbox.adelante': 'Más adelante',
  'inbox.empty': 'Ninguna en este grupo.',
  'inbox.allDone': 'No hay nada pendiente. Las solicitudes nuevas aparecerán aquí.',
  'inbox.more': 'Ver las demás',
  'inbox.silence.K1': 'Si nada ocurre, el {day} vence por silencio y la información se deberá gratis.',
  'inbox.silence.K2': 'Si no se aclara a más tardar el {day}, podrá desecharla.',
  'inbox.silence.K3': 'Si nada ocurre, el {day} vence por silencio y la información se deberá gratis.',
  'inbox.silence.K4':
    'Si no se entrega a más tardar el {day}, es causal de responsabilidad penal (artículo 44).',
  'inbox.silence.K5': 'Hasta el {day} pueden pedir revisión.',
  'inbox.silence.K6': 'Si la revisión no se resuelve a más tardar el {day}, queda abierto el amparo.',
  'inbox.silence.K7':
    'Si no se cumple a más tardar el {day}, se debe certificar lo conducente (artículo 60).',
  'inbox.open': 'Ver solicitud',
  'calculator.title': 'Calculadora de plazos',
  'calculator.lead':
    'Escriba cuándo recibió la institución su solicitud y vea, día por día, hasta cuándo puede responder.',
  'calculator.institution': 'Institución',
  'calculator.institution.hint':
    'El 15 de agosto es asueto solo en la capital, y algunas cierran otros días.',
  'calculator.noInstitution': 'Una oficina fuera de la capital',
  'calculator.submit': 'Calcular',
  'calculator.result': 'Deben responder a más tardar el {day}',
  'calculator.overdue': 'Desde el {day} la respuesta está vencida.',
  'calculator.counted': 'Se tiene por recibida el {day}, porque el día que escribió no era hábil.',
  'calculator.extension':
    'Una prórroga solo puede avisarse del {from} al {by}, y llevaría el plazo como máximo al {latest}.',
  'calculator.article':
    'Ley de Acceso a la Información Pública, artículo {article}. Días hábiles: Ley del Organismo Judicial (LOJ), artículo 45.',
  'notices.title': 'Avisos',
  'notices.lead': 'Lo que ha pasado en sus solicitudes y los plazos que se acercan.',
  'notices.empty': 'No tiene avisos.',
  'notices.unread': 'Nuevo',
  'notices.markRead': 'Marcar todos como leídos',
  'notices.marked': 'Avisos marcados como leídos.',
  'notices.request': 'Ver la solicitud',
  'notices.kept.title': 'Mensajes sin enviar',
  'notices.kept.lead':
    'No hay servidor de correo configurado: los mensajes se guardan aquí para leerlos o reenviarlos a mano.',
  'notices.kept.empty': 'No hay mensajes guardados.',
  'notices.kept.to': 'Para {to}',
  'account.title': 'Su cuenta',
  'account.email': 'Correo electrónico',
  'account.role': 'Función',
  'account.password': 'Cambiar la contraseña',
  'account.mustChange': 'Su contraseña es de un solo uso. Elija una propia para continuar.',
  'account.current': 'Contraseña actual',
  'account.next': 'Contraseña nueva',
  'account.next.hint': '12 caracteres o más. Cuatro palabras sin relación entre sí bastan.',
  'account.submit': 'Cambiar la contraseña',
  'account.changed': 'Su contraseña cambió. Las demás sesiones se cerraron.',
  'account.signedOut': 'Salió de Vigía.',
  'errorPage.home': 'Ir al inicio',
  'errorPage.requests': 'Ver solicitudes',
  'errorPage.signIn': 'Entrar',
  'errorPage.again': 'Volver a la página anterior con su navegador conserva lo que escribió.',
  'accessibility.title': 'Accesibilidad',
  'accessibility.text':
    'Vigía se hizo para cumplir las pautas WCAG 2.2, nivel AA. Todo funciona con teclado, sin JavaScript, en pantallas de 320 píxeles y con el texto al doble. Las pruebas automáticas revisan cada página en español y en inglés. No se ha probado todavía con lectores de pantalla de personas usuarias.',
  'accessibility.contact':
    'Si algo le impide usar Vigía, dígalo a quien administra el sitio en su organización o institución.',
  'privacy.title': 'Privacidad',
  'privacy.text':
    'Los nombres de quienes solicitan no se publican (artículo 31). Lo público son la institución, lo pedido, las fechas y los resultados. Vigía no usa cookies de terceros ni mide visitas: solo guarda una cookie de sesión para quien entra con su cuenta.',
} as const
