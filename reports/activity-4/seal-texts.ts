import type { ReportLanguage } from '../blocks.ts'

interface SealTexts {
  readonly title: string
  readonly text: (edition: string) => string
  readonly alt: (address: string) => string
}

/** What stands beside the symbol that leads to the page of verification. */
export const sealTexts: Readonly<Record<ReportLanguage, SealTexts>> = {
  'es-GT': {
    title: 'Compruebe esta edición',
    text: edition =>
      `Con la cámara del teléfono, o en la dirección de abajo: la página dice si la edición ${edition} sigue vigente, si otra la sustituye, y cuáles son sus archivos.`,
    alt: address => `Código QR de la página de comprobación: ${address}`,
  },
  en: {
    title: 'Check this edition',
    text: edition =>
      `With a phone’s camera, or at the address below: the page says whether edition ${edition} still stands, whether another supersedes it, and which files are its own.`,
    alt: address => `QR code of the page of verification: ${address}`,
  },
}
