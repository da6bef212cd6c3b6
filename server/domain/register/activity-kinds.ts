/** Civil organisations (result 2) or information units of the Executive (result 3). */
export const trainingAudiences = ['organizaciones', 'unidades'] as const
export const trainingKinds = ['taller', 'curso', 'charla', 'diplomado', 'otra'] as const
export const trainingModes = ['presencial', 'en_linea', 'mixta'] as const

export const assistanceMeans = ['presencial', 'telefono', 'en_linea', 'correo'] as const

/** The head of an information unit, or the regulator (result 4). */
export const disseminationAudiences = ['unidad', 'regulador'] as const
export const disseminationMeans = ['correo', 'papel', 'reunion'] as const
