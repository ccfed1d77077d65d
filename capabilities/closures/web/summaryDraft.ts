// The summary while it is written: every change is kept in this browser at once and on the server a moment later.
import { useEffect, useRef, useState } from 'react'
import { useDraft } from '../../../web/draft.ts'
import { useWrite } from '../../../web/reads.ts'
import type { SummaryChange, SummaryContent } from '../closure.ts'
import type { ClosureView } from '../view.ts'

const pauseMs = 1200

export interface SummaryDraft {
  content: SummaryContent
  change: <Name extends keyof SummaryContent>(name: Name, value: SummaryContent[Name]) => void
  /** Saves what is not saved yet; false when the server refused. */
  flush: () => Promise<boolean>
  saving: boolean
  /** everything written is on the server */
  saved: boolean
  problem: ReturnType<typeof useWrite>['problem']
}

export function useSummaryDraft(caseId: string, view: ClosureView): SummaryDraft {
  const kept = useDraft<SummaryChange>(`closure:${caseId}`, {})
  const [base, setBase] = useState({ content: view.content, version: view.version })
  const current = useRef(base)
  const inFlight = useRef<Promise<boolean> | null>(null)
  const { save, saving, problem } = useWrite<SummaryChange, { version: number }>('PATCH', `/cases/${caseId}/closure`, { renews: [caseId] })
  const waiting = Object.keys(kept.value).length > 0

  const send = async (): Promise<boolean> => {
    const sent = kept.value
    if (Object.keys(sent).length === 0) return true
    const result = await save(sent, { ifMatch: current.current.version })
    if (!result) return false
    current.current = { content: { ...current.current.content, ...sent }, version: result.version }
    setBase(current.current)
    kept.change((now) => without(now, sent))
    return true
  }
  const flush = (): Promise<boolean> => (inFlight.current ??= send().finally(() => { inFlight.current = null }))

  const flushLatest = useRef(flush)
  useEffect(() => {
    flushLatest.current = flush
  })
  const written = kept.value
  const mayWrite = view.may.write
  useEffect(() => {
    if (Object.keys(written).length === 0 || !mayWrite) return
    const timer = setTimeout(() => void flushLatest.current(), pauseMs)
    return () => clearTimeout(timer)
  }, [written, mayWrite])

  return {
    content: { ...base.content, ...kept.value }, saving, saved: !waiting, problem,
    change: (name, value) => kept.change((now) => ({ ...now, [name]: value })),
    flush: async () => (await flush()) && (Object.keys(kept.value).length === 0 || flush()),
  }
}

/** What was written again while the save was on its way stays to be sent. */
function without(now: SummaryChange, sent: SummaryChange): SummaryChange {
  const was = new Map<string, unknown>(Object.entries(sent))
  return Object.fromEntries(Object.entries(now).filter(([name, value]) => was.get(name) !== value))
}
