// The appendix of the summary: proofs in words and figures, for whoever wants to check that nothing was changed afterwards.
import type { LetterLanguage } from './letterWords.ts'

interface ProofWords {
  title: string
  why: string
  checkpoint: string
  waiting: string
  event: string
  place: string
  leaf: string
  path: string
  signed: string
  acts: Record<string, string>
}
const en: ProofWords = {
  title: 'Appendix: proof of this record',
  why: 'Each act below is one leaf of a tree of hashes (RFC 6962). With its path it leads to the root that is signed here. Whoever keeps this paper can show later that these acts, and the notes whose digest they hold, were not changed. How: docs/audit.md of the software, with Python and OpenSSL.',
  checkpoint: 'The signed checkpoint', waiting: 'Acts of the last moments that are not sealed yet:', event: 'event', place: 'leaf', leaf: 'hash', path: 'path', signed: 'SHA-256 of what was signed',
  acts: { 'contact.signed': 'A note was signed', 'contact.attempted': 'An attempt was recorded and signed', 'contact.amended': 'A signed note was amended', 'closure.summary-signed': 'This summary was signed', 'closure.summary-signed-off': 'This summary was signed off' },
}
const es: ProofWords = {
  title: 'Apéndice: prueba de este expediente',
  why: 'Cada acto de abajo es una hoja de un árbol de resúmenes criptográficos (RFC 6962). Con su camino lleva a la raíz que aquí está firmada. Quien guarde este papel puede mostrar más tarde que estos actos, y las notas cuyo resumen contienen, no se cambiaron. Cómo: docs/audit.md del programa, con Python y OpenSSL.',
  checkpoint: 'El punto de control firmado', waiting: 'Actos de los últimos momentos que aún no están sellados:', event: 'evento', place: 'hoja', leaf: 'resumen', path: 'camino', signed: 'SHA-256 de lo que se firmó',
  acts: { 'contact.signed': 'Se firmó una nota', 'contact.attempted': 'Se registró y firmó un intento', 'contact.amended': 'Se enmendó una nota firmada', 'closure.summary-signed': 'Se firmó este resumen', 'closure.summary-signed-off': 'Se aprobó este resumen' },
}
const proofWords: Record<LetterLanguage, ProofWords> = { en, es }

interface Act {
  id: number
  at: string
  action: string
  digest: string | null
  index: number
  leaf: string
  proof: string[]
}

/** The appendix as its template wants it; null while nothing is sealed. A case's own acts stand under their names in the record. */
export function appendixOf({ note, events, waiting }: { note: string | null; events: Act[]; waiting: number }, language: LetterLanguage) {
  if (!note || events.length === 0) return null
  const words = proofWords[language]
  return {
    words, waiting, checkpoint: note.trimEnd().split('\n').filter(Boolean),
    acts: events.map(({ id, at, action, digest, index, leaf, proof }) => ({
      what: words.acts[action] ?? action, at, digest, leaf, path: proof.join(' '), place: `${words.event} ${id}, ${words.place} ${index}`,
    })),
  }
}
