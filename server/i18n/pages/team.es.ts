/** The accounts of one side. */
export const teamEs = {
  'nav.team': 'Equipo',
  'nav.views': 'Vistas',
  'nav.import': 'Importar',
  'team.title': 'Equipo',
  'team.lead':
    'Quién entra por su organización o institución, qué puede hacer y cuándo entró por última vez.',
  'team.lastSignIn': 'Última entrada',
  'team.never': 'Nunca',
  'team.back': 'Volver al equipo',
  'team.edit': 'Datos de la cuenta',
  'team.save': 'Guardar los cambios',
  'team.saved': 'Cuenta de {name} guardada.',
  'team.own':
    'Es su propia cuenta: su función y su acceso los cambia otra persona. Su contraseña la cambia en «Su cuenta».',
  'team.reset': 'Contraseña nueva',
  'team.reset.lead':
    'Se crea una contraseña de un solo uso y se cierran sus sesiones. Al entrar deberá elegir la suya.',
  'team.reset.submit': 'Crear una contraseña de un solo uso',
  'team.reset.done': 'Contraseña nueva creada',
  'team.deactivate': 'Desactivar la cuenta',
  'team.deactivate.lead':
    'Ya no podrá entrar y sus sesiones se cierran ahora. Lo que anotó queda en el historial.',
  'team.deactivate.submit': 'Desactivar',
  'team.activate': 'Activar la cuenta',
  'team.activate.lead': 'Podrá volver a entrar con su contraseña.',
  'team.activate.submit': 'Activar',
  'team.activity': 'Actividad',
  'team.days': '{count, plural, =1 {Entró un día} other {Entró # días}}, por día',
} as const
