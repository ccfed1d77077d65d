// The summary on paper: the signed document, or a draft that says so, set as a tagged PDF in the language asked for.
import { z } from 'zod'
import { proofsOfCase } from '../../platform/audit/caseProofs.ts'
import { FileReply } from '../../platform/capability.ts'
import { writeAudit } from '../../platform/events.ts'
import { renderPdf } from '../../platform/pdf/render.ts'
import { civilDayOf } from '../../platform/time/zone.ts'
import type { CaseWork } from '../../platform/work.ts'
import { latestSummary, namesOf } from './closure.store.ts'
import type { ClosureDocument } from './document.ts'
import { documentFrom, firstDraft, gather } from './gather.actions.ts'
import { appendixOf } from './proof.ts'
import { codeWords, letterLanguages, letterWords, type LetterLanguage } from './letterWords.ts'

export const Print = z.object({ language: z.enum(letterLanguages).optional() })
export type Print = z.infer<typeof Print>

export async function printSummary(work: CaseWork, { language }: Print): Promise<FileReply> {
  const summary = await latestSummary(work.tx, work.caseId)
  const current = summary && !(summary.closedAt && work.caseStatus !== 'closed') ? summary : undefined
  const gathered = current?.document ? null : await gather(work)
  const document = current?.document ?? (gathered && documentFrom(gathered, current?.content ?? firstDraft(gathered), null))
  if (!document) throw new Error('a summary is signed or it can be gathered')
  const decided = current?.signedOffBy ? (await namesOf(work.tx, [current.signedOffBy])).get(current.signedOffBy) : undefined
  const signOff = decided && current?.signedOffAt ? { ...decided, on: civilDayOf(current.signedOffAt, work.zone) } : null
  const chosen = language ?? (document.client.language?.startsWith('es') ? 'es' : 'en')
  const proof = current?.document ? appendixOf(await proofsOfCase(work), chosen) : null
  const letter = letterOf(document, chosen, { signOff, digest: current?.digest?.toString('hex') ?? null })
  const bytes = await renderPdf(new URL('./closureSummary.typ', import.meta.url), { ...letter, proof })
  await writeAudit(work, 'closure.summary-printed', { entity: 'closure-summary', id: current?.id ?? null }, work.clientId, { language: chosen, draft: !current?.document })
  return new FileReply({ bytes, mediaType: 'application/pdf', name: `${letterWords[chosen].title} ${document.case.number}.pdf` })
}

/** The data of the template: dates and codes in words, the person's own words untouched. */
function letterOf(document: ClosureDocument, language: LetterLanguage, { signOff, digest }: { signOff: ClosureDocument['signature']; digest: string | null }) {
  const words = letterWords[language]
  const day = (date: string | null) => (date ? dayIn(language, date) : null)
  const code = (value: string | null) => (value ? (codeWords[language][value] ?? value) : null)
  return {
    ...document, language, words, title: words.title, letterhead: [document.agency.name, document.agency.address, document.agency.phone].filter(Boolean).join(' · '),
    notice: [words.confidential, document.agency.complaints && `${words.complaint}: ${document.agency.complaints}`].filter(Boolean).join(' '),
    footer: [words.title, document.case.number, digest ? digest.slice(0, 16) : words.draft].join(' · '), draft: document.signature === null,
    days: { opened: day(document.case.activatedOn ?? document.case.openedOn), closing: day(document.case.closingOn), told: day(document.clientToldOn), check: day(document.checkOn) },
    client: { ...document.client, birthDate: /^\d{4}-\d\d-\d\d$/.test(document.client.birthDate ?? '') ? day(document.client.birthDate) : document.client.birthDate },
    attainment: { baseline: document.attainment.baseline?.toFixed(2) ?? null, now: document.attainment.now?.toFixed(2) ?? null },
    reason: code(document.reason), clientView: code(document.clientView), disposition: code(document.disposition),
    goals: document.goals.map((goal) => ({ ...goal, attainment: code(goal.attainment) })),
    outcomes: document.outcomes.map(({ instrument, first, last }) => ({ instrument, first: `${first.value} (${day(first.on)})`, last: last ? `${last.value} (${day(last.on)})` : '' })),
    signature: document.signature && { ...document.signature, on: day(document.signature.on) }, signOff: signOff && { ...signOff, on: day(signOff.on) },
  }
}

function dayIn(language: LetterLanguage, date: string): string {
  return new Intl.DateTimeFormat(language === 'es' ? 'es-US' : 'en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
}
