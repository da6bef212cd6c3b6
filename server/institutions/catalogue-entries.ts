import type { Institution } from '../store/institution-store.ts'

export interface CatalogueEntry {
  readonly acronym: string
  readonly name: string
  readonly kind: Institution['kind']
  readonly hours?: string
  /** Other acronyms and short names by which logs and people call it. */
  readonly alsoKnownAs?: readonly string[]
  /** Left out, the office is in Guatemala City. */
  readonly inCapital?: false
}

const early = '07:00-15:30'
const untilFour = '08:00-16:00'
/** Sources differ by half an hour. */
const untilFive = '09:00-17:00 o 17:30'

/** The 14 ministries of the Ley del Organismo Ejecutivo. */
export const ministries: readonly CatalogueEntry[] = [
  entry('MAGA', 'Ministerio de Agricultura, Ganadería y Alimentación', {
    alsoKnownAs: ['Ministerio de Agricultura'],
  }),
  entry('MARN', 'Ministerio de Ambiente y Recursos Naturales', { alsoKnownAs: ['Ministerio de Ambiente'] }),
  entry('CIV', 'Ministerio de Comunicaciones, Infraestructura y Vivienda', {
    hours: untilFive,
    alsoKnownAs: ['MICIVI', 'Ministerio de Comunicaciones'],
  }),
  entry('MCD', 'Ministerio de Cultura y Deportes', {
    hours: untilFive,
    alsoKnownAs: ['MICUDE', 'Ministerio de Cultura'],
  }),
  entry('MINDEF', 'Ministerio de la Defensa Nacional', {
    alsoKnownAs: ['MDN', 'Ministerio de la Defensa', 'Ministerio de Defensa'],
  }),
  entry('MIDES', 'Ministerio de Desarrollo Social'),
  entry('MINECO', 'Ministerio de Economía', { hours: untilFour }),
  entry('MINEDUC', 'Ministerio de Educación', { hours: untilFive }),
  entry('MEM', 'Ministerio de Energía y Minas', { hours: untilFour, alsoKnownAs: ['Ministerio de Energía'] }),
  entry('MINFIN', 'Ministerio de Finanzas Públicas', { alsoKnownAs: ['Ministerio de Finanzas'] }),
  entry('MINGOB', 'Ministerio de Gobernación', { hours: untilFive }),
  entry('MINEX', 'Ministerio de Relaciones Exteriores', { hours: untilFour, alsoKnownAs: ['Cancillería'] }),
  entry('MSPAS', 'Ministerio de Salud Pública y Asistencia Social', {
    alsoKnownAs: ['Ministerio de Salud', 'Ministerio de Salud Pública'],
  }),
  entry('MINTRAB', 'Ministerio de Trabajo y Previsión Social', { alsoKnownAs: ['Ministerio de Trabajo'] }),
]

export const secretariats: readonly CatalogueEntry[] = [
  secretariat('SGP', 'Secretaría General de la Presidencia', { hours: untilFive }),
  secretariat('SPP', 'Secretaría Privada de la Presidencia'),
  secretariat('SCEP', 'Secretaría de Coordinación Ejecutiva de la Presidencia', { hours: early }),
  secretariat('SCSPR', 'Secretaría de Comunicación Social de la Presidencia', { alsoKnownAs: ['SCSP'] }),
  secretariat('SIE', 'Secretaría de Inteligencia Estratégica del Estado'),
  secretariat('SEGEPLAN', 'Secretaría de Planificación y Programación de la Presidencia'),
  secretariat('SAAS', 'Secretaría de Asuntos Administrativos y de Seguridad de la Presidencia'),
  secretariat('SBS', 'Secretaría de Bienestar Social', {
    alsoKnownAs: ['Secretaría de Bienestar Social de la Presidencia'],
  }),
  secretariat('SEPREM', 'Secretaría Presidencial de la Mujer'),
  secretariat('SESAN', 'Secretaría de Seguridad Alimentaria y Nutricional', {
    alsoKnownAs: ['Secretaría de Seguridad Alimentaria y Nutricional de la Presidencia'],
  }),
  secretariat('SENACYT', 'Secretaría Nacional de Ciencia y Tecnología'),
  secretariat('SOSEP', 'Secretaría de Obras Sociales de la Esposa del Presidente'),
  secretariat('SENABED', 'Secretaría Nacional de Administración de Bienes en Extinción de Dominio'),
  secretariat('SVET', 'Secretaría contra la Violencia Sexual, Explotación y Trata de Personas'),
  secretariat(
    'SECCATID',
    'Secretaría Ejecutiva de la Comisión contra las Adicciones y el Tráfico Ilícito de Drogas',
  ),
  secretariat('STCNS', 'Secretaría Técnica del Consejo Nacional de Seguridad'),
]

/** SEPAZ, SAA and COPREDEH were closed in 2020; COPADEH took their place. */
export const commissions: readonly CatalogueEntry[] = [
  commission('GAE', 'Comisión Presidencial de Gobierno Abierto y Electrónico', {
    alsoKnownAs: ['Gobierno Abierto y Electrónico'],
  }),
  commission('CNC', 'Comisión Nacional contra la Corrupción', {
    alsoKnownAs: ['CPCC', 'Comisión Presidencial contra la Corrupción'],
  }),
  commission('COPADEH', 'Comisión Presidencial por la Paz y los Derechos Humanos'),
  commission(
    'CODISRA',
    'Comisión Presidencial contra la Discriminación y el Racismo contra los Pueblos Indígenas',
  ),
  other('DEMI', 'Defensoría de la Mujer Indígena'),
  other('CONAP', 'Consejo Nacional de Áreas Protegidas'),
  other('ONSEC', 'Oficina Nacional de Servicio Civil'),
  other('AMSA', 'Autoridad para el Manejo Sustentable de la Cuenca y del Lago de Amatitlán', {
    inCapital: false,
  }),
  other('AMSCLAE', 'Autoridad para el Manejo Sustentable de la Cuenca del Lago de Atitlán y su Entorno', {
    inCapital: false,
  }),
  other('CONJUVE', 'Consejo Nacional de la Juventud'),
  other('FODIGUA', 'Fondo de Desarrollo Indígena Guatemalteco'),
  other('CONRED', 'Coordinadora Nacional para la Reducción de Desastres'),
  other('CONAMIGUA', 'Consejo Nacional de Atención al Migrante de Guatemala'),
]

type Extra = Omit<CatalogueEntry, 'acronym' | 'name' | 'kind'>

function entry(acronym: string, name: string, extra: Extra = {}): CatalogueEntry {
  return { acronym, name, kind: 'ministerio', ...extra }
}

function secretariat(acronym: string, name: string, extra: Extra = {}): CatalogueEntry {
  return { acronym, name, kind: 'secretaria', ...extra }
}

function commission(acronym: string, name: string, extra: Extra = {}): CatalogueEntry {
  return { acronym, name, kind: 'comision', ...extra }
}

function other(acronym: string, name: string, extra: Extra = {}): CatalogueEntry {
  return { acronym, name, kind: 'otra', ...extra }
}
