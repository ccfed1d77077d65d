// The questions that are asked now, in order; what an answer hides disappears, what it opens appears in its place.
import type { Item } from '../questionnaire.ts'
import { asks } from '../questionnaire.ts'
import { visibleItems } from '../answer.ts'
import type { AssessmentView } from '../record.ts'
import { Question, questionId } from './Question.tsx'
import type { Answering } from './useAnswering.ts'
import classes from './assessments.module.css'

export function QuestionList({ items, view, answering }: { items: readonly Item[]; view: AssessmentView; answering: Answering }) {
  const { answers, slots, give, takeTheirs, keepMine } = answering
  const shown = visibleItems(items, answers)
  const questions = shown.filter(asks)
  const next = (linkId: string) => {
    const following = questions[questions.findIndex((each) => each.linkId === linkId) + 1]
    if (following) focusQuestion(following.linkId)
  }
  return shown.map((item) => {
    if (item.type === 'group') return item.text ? <h3 key={item.linkId} className={classes.stem}>{item.text}</h3> : null
    if (item.type === 'display') return <p key={item.linkId} className={classes.stem}>{item.text}</p>
    if (!asks(item)) return null
    return (
      <Question
        key={item.linkId} item={item} slot={slots[item.linkId]} before={lastTime(view, item.linkId)} onGive={(response, more) => give(item.linkId, response, more)}
        onNext={() => next(item.linkId)} onTakeTheirs={() => takeTheirs(item.linkId)} onKeepMine={() => keepMine(item.linkId)}
      />
    )
  })
}

const lastTime = ({ previous }: AssessmentView, linkId: string) => {
  const response = previous?.responses.find((each) => each.linkId === linkId)
  return previous && response ? { on: previous.assessedOn, answer: response.answer, notAskedReason: response.notAskedReason } : null
}

/** Brings a question into view and puts the keyboard on its answer. */
export function focusQuestion(linkId: string): void {
  const place = document.getElementById(questionId(linkId))
  place?.scrollIntoView({ block: 'center', behavior: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
  const input = place?.querySelector<HTMLElement>('input:checked, input, textarea')
  if (input) input.focus({ preventScroll: true })
  else place?.focus({ preventScroll: true })
}
