// The answers of one assessment while it is being asked: what is on screen, what is kept, and what a colleague answered meanwhile.
import { useQueryClient } from '@tanstack/react-query'
import { renewScreens } from '../../../web/reads.ts'
import { z } from 'zod'
import { AnswerValue, NotAskedReason, type Answers, type Response } from '../answer.ts'
import type { AssessmentView, SafetyConcern, StoredResponse } from '../record.ts'
import { useAutosave } from './autosave.ts'

const Current = z.object({ answer: z.array(AnswerValue).nullable(), notAskedReason: NotAskedReason.nullable(), version: z.number() })

export function useAnswering(view: AssessmentView, path: string) {
  const queries = useQueryClient()
  const start = Object.fromEntries(
    view.responses.map(({ linkId, version, answer, notAskedReason }) => [linkId, { value: { answer, notAskedReason }, version }]),
  )
  const { slots, write, take, keepMine, flush, unsaved } = useAutosave<Response, StoredResponse & { safety: SafetyConcern | null }>(
    (linkId) => `${path}/responses/${encodeURIComponent(linkId)}`,
    start,
    (_, { safety }) => {
      if (safety) renewScreens(queries, [view.id])
    },
  )
  const theirs = (linkId: string) => Current.safeParse(slots[linkId]?.problem?.current)
  const answers: Answers = Object.fromEntries(Object.entries(slots).map(([linkId, slot]) => [linkId, slot?.value]))
  return {
    answers,
    slots,
    unsaved,
    flush,
    give: write,
    takeTheirs: (linkId: string) => {
      const { data } = theirs(linkId)
      if (data) take(linkId, { answer: data.answer, notAskedReason: data.notAskedReason }, data.version)
    },
    keepMine: (linkId: string) => {
      const [mine, { data }] = [slots[linkId]?.value, theirs(linkId)]
      if (mine && data) keepMine(linkId, mine, data.version)
    },
  }
}
export type Answering = ReturnType<typeof useAnswering>
