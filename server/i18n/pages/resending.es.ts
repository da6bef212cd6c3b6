/** Forms that have to be sent once more. */
export const resendingEs = {
  'sendAgain.title': 'Envíe el formulario otra vez',
  'sendAgain.lead':
    'El formulario se abrió en una sesión que ya terminó, así que no se guardó nada. Todo lo que escribió sigue aquí: léalo y envíelo otra vez.',
  'sendAgain.submit': 'Enviar otra vez',
  'form.alreadySent':
    'Este formulario ya se envió, con otro texto, y quedó guardado. Si quiere guardar también lo que escribió ahora, envíelo otra vez',
} as const
