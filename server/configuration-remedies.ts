/** What each setting may be, for whoever starts the program. */
interface Remedy {
  readonly es: string
  readonly en: string
}

const remedies: Readonly<Record<string, Remedy>> = {
  NODE_ENV: {
    es: 'ponga development, test o production, o quítela',
    en: 'set it to development, test or production, or leave it out',
  },
  HOST: {
    es: 'ponga la dirección en que escucha, por ejemplo 127.0.0.1',
    en: 'set it to the address to listen on, such as 127.0.0.1',
  },
  PORT: {
    es: 'ponga un puerto de 0 a 65535, por ejemplo 3000',
    en: 'set it to a port from 0 to 65535, such as 3000',
  },
  PUBLIC_URL: {
    es: 'ponga la dirección pública con http:// o https://, por ejemplo https://vigia.ejemplo.gt',
    en: 'set it to the public address with http:// or https://, such as https://vigia.ejemplo.gt',
  },
  MONGODB_URI: {
    es: 'ponga una dirección que empiece con mongodb:// o mongodb+srv://, o quítela para guardar en DATA_DIR',
    en: 'set it to an address that begins with mongodb:// or mongodb+srv://, or leave it out to store in DATA_DIR',
  },
  DATA_DIR: {
    es: 'ponga una carpeta en que se pueda escribir, por ejemplo data',
    en: 'set it to a folder that can be written to, such as data',
  },
  TIME_ZONE: {
    es: 'ponga una zona horaria que la máquina conozca, por ejemplo America/Guatemala',
    en: 'set it to a time zone that the machine knows, such as America/Guatemala',
  },
  COUNTING_POLICY: {
    es: 'ponga opciones de la tabla de README («The law in the code»), por ejemplo clarification=no-suspension',
    en: 'set it to options of the table in README (“The law in the code”), such as clarification=no-suspension',
  },
  SCAN_CRON: {
    es: 'ponga cinco o seis campos de cron, por ejemplo */5 * * * *',
    en: 'set it to five or six cron fields, such as */5 * * * *',
  },
  TRUSTED_PROXIES: {
    es: 'ponga cuántos proxies hay delante, de 0 a 5',
    en: 'set it to the number of proxies before the program, from 0 to 5',
  },
  SESSION_IDLE_MINUTES: {
    es: 'ponga minutos enteros, de 5 a 480',
    en: 'set it to whole minutes, from 5 to 480',
  },
  SESSION_HOURS: { es: 'ponga horas enteras, de 1 a 24', en: 'set it to whole hours, from 1 to 24' },
  MAX_UPLOAD_MB: {
    es: 'ponga megabytes enteros, de 1 a 200',
    en: 'set it to whole megabytes, from 1 to 200',
  },
  SMTP_URL: {
    es: 'ponga una dirección como smtp://usuario:clave@servidor:587, o quítela para no enviar correos',
    en: 'set it to an address such as smtp://user:password@host:587, or leave it out to send no mail',
  },
  MAIL_FROM: {
    es: 'ponga quién envía, por ejemplo Vigía <vigia@ejemplo.gt>',
    en: 'set it to the sender, such as Vigía <vigia@ejemplo.gt>',
  },
  DRAFT_DAYS: { es: 'ponga días enteros, de 1 a 3650', en: 'set it to whole days, from 1 to 3650' },
  SECRET_KEY: {
    es: 'ponga al menos 32 caracteres al azar y guárdelos aparte de los datos, o quítela',
    en: 'set it to at least 32 random characters and keep them apart from the data, or leave it out',
  },
  SLOW_QUERY_MS: {
    es: 'ponga milisegundos enteros, de 0 a 60000; con 0 no se anota ninguna operación lenta',
    en: 'set it to whole milliseconds, from 0 to 60000; with 0 no slow operation is logged',
  },
  LOG_LEVEL: {
    es: 'ponga fatal, error, warn, info, debug o silent',
    en: 'set it to fatal, error, warn, info, debug or silent',
  },
  OFFLINE_FORMS: { es: 'ponga on u off', en: 'set it to on or off' },
  DEFAULT_LANGUAGE: { es: 'ponga es o en', en: 'set it to es or en' },
}

const unknown: Remedy = { es: 'el valor no se admite', en: 'the value is not accepted' }

export interface WrongSetting {
  readonly name: string
  /** Which part of a list is wrong, where that can be said. */
  readonly part?: string | undefined
}

/** Every wrong setting with its remedy, in Spanish and beneath it in English; no value is repeated. */
export function configurationText(wrong: readonly WrongSetting[]): string {
  const lines = wrong.flatMap(({ name, part }) => {
    const { es, en } = remedies[name] ?? unknown
    const which = part === undefined ? '' : ` (${part})`
    return [`- ${name}${which}: ${es}.`, `  ${name}${which}: ${en}.`]
  })
  return ['Configuración incorrecta / Bad configuration:', ...lines].join('\n')
}
