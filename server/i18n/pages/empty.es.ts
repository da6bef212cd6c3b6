/** Where an empty list leads on to. */
export const emptyEs = {
  'empty.overdue': 'Ver las solicitudes vencidas',
  'empty.allRequests': 'Ver todas las solicitudes',
  'empty.help': 'Leer cómo se pide información',
  'empty.reports': 'Ver los informes publicados',
  'empty.notices': 'Elegir qué avisos recibe',
  'empty.log': 'Ver toda la bitácora',
  'empty.disputes':
    'Aquí aparecen las solicitudes en las que cada parte anota otro día u otro resultado del mismo hecho, o en las que una objeta lo que consta.',
} as const
