/** Signing in, the account, and the home pages. */
export const accountEs = {
  'signIn.title': 'Entrar a Vigía',
  'signIn.lead':
    'Para organizaciones que solicitan información, unidades de información pública y quienes vigilan los plazos.',
  'signIn.resuming':
    'Su sesión terminó mientras escribía. Entre de nuevo: guardamos su texto y seguirá donde estaba.',
  'signIn.email': 'Correo electrónico',
  'signIn.password': 'Contraseña',
  'signIn.wrong': 'El correo o la contraseña no coinciden. Revise ambos y vuelva a intentarlo',
  'signIn.limited':
    'Demasiados intentos. Espere {minutes, plural, =1 {un minuto} other {# minutos}} y vuelva a intentarlo',
  'signIn.noAccount': '¿No tiene cuenta?',
  'signIn.noAccount.text':
    'Las cuentas las crea quien administra Vigía en su organización o institución. Pídale la suya.',
  'signIn.calculator': 'Calcular un plazo sin entrar',
} as const
