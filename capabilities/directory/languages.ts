// Names of languages as directories write them, and their codes (ISO 639-1, else 639-3).
const codes =
  'aa ab af ak am ar as ay az ba be bg bi bm bn bo br bs ca ch co cs cy da de dv dz el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi hr ht hu hy id ig is it iu ja jv ka kk kl km kn ko ku ky la lb lg ln lo lt lv mg mh mi mk ml mn mr ms mt my na nb ne nl no ny oc om or pa pl ps pt qu rm rn ro ru rw sa sd sg si sk sl sm sn so sq sr st su sv sw ta te tg th ti tk tl tn to tr ts tt ty ug uk ur uz ve vi vo wo xh yi yo zh zu'
const english = new Intl.DisplayNames('en', { type: 'language' })
const known = new Map(codes.split(' ').map((code) => [(english.of(code) ?? code).toLowerCase(), code]))
const otherNames: Record<string, string> = {
  creole: 'ht', 'haitian creole': 'ht', haitian: 'ht', mandarin: 'zh', cantonese: 'yue', farsi: 'fa', tagalog: 'tl', filipino: 'fil', 'american sign language': 'ase',
  asl: 'ase', 'sign language': 'ase', espanol: 'es', español: 'es', hmong: 'hmn', 'k’iche’': 'quc', mam: 'mam', slovene: 'sl', flemish: 'nl', burmese: 'my', pashto: 'ps', punjabi: 'pa', bengali: 'bn',
}

/** "Spanish." → Spanish, es. A name nobody knows has no code. */
export function languageCode(text: string): { name: string; code?: string } {
  const name = text.trim().replace(/[.*]+$/, '').trim()
  const code = otherNames[name.toLowerCase()] ?? known.get(name.toLowerCase())
  return code ? { name, code } : { name }
}
