// Which files are taken: by their bytes, never by what they are called. Everything that is not on the list is refused.
import { refuse } from '../refusal.ts'

/** Media type → the ending its download carries. */
const allowed = new Map([
  ['application/pdf', 'pdf'],
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['image/webp', 'webp'],
  ['image/heic', 'heic'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['text/plain', 'txt'],
  ['text/csv', 'csv'],
])
const sameAs = new Map([
  ['image/heif', 'image/heic'],
  ['image/heic-sequence', 'image/heic'],
])
const told = 'Continuum keeps PDF, pictures (PNG, JPEG, WebP, HEIC), Word and Excel without macros, plain text and CSV.'

export const largestFileBytes = 25_000_000

/**
 * The media type that the bytes are. Text has no mark of its own, so it needs the ending .txt or .csv, real UTF-8 and no page or script in it.
 * @throws file.empty, file.too-large (413), file.type (415)
 */
export async function kindOf(name: string, bytes: Uint8Array): Promise<string> {
  if (bytes.length === 0) refuse('file.empty', 'This file is empty. Choose another.')
  if (bytes.length > largestFileBytes)
    refuse('file.too-large', `This file is larger than ${largestFileBytes / 1_000_000} MB. Make it smaller or divide it.`, {
      status: 413,
    })
  const { fileTypeFromBuffer } = await import('file-type')
  const sniffed = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const mediaType = sniffed ? (sameAs.get(sniffed.mime) ?? sniffed.mime) : textKind(name, bytes)
  if (mediaType === null || !allowed.has(mediaType))
    return refuse('file.type', `This kind of file is not taken. ${told}`, { status: 415 })
  return mediaType
}

/** The name a download carries: the person's own, without what could mislead a reader or a disk, always with the ending of its kind. */
export function downloadName(name: string, mediaType: string): string {
  const ending = allowed.get(mediaType) ?? 'bin'
  const clean = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}/\\:*?"<>|]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 150)
  const endings = ending === 'jpg' ? ['jpg', 'jpeg'] : ending === 'heic' ? ['heic', 'heif'] : [ending]
  if (clean === '') return `file.${ending}`
  return endings.some((each) => clean.toLowerCase().endsWith(`.${each}`)) ? clean : `${clean}.${ending}`
}

function textKind(name: string, bytes: Uint8Array): string | null {
  const ending = /\.(txt|csv)$/i.exec(name)?.[1]?.toLowerCase()
  if (!ending) return null
  const text = decoded(bytes)
  if (text === null || [...text].some(isControl)) return null
  if (/^\s*<[!?a-z]/i.test(text) || /<(script|iframe|object|embed|svg|html)\b/i.test(text)) return null
  return ending === 'csv' ? 'text/csv' : 'text/plain'
}

/** A control character other than the line ends and tabs that text has. */
function isControl(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return code < 9 || (code > 13 && code < 32)
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
