// The input for an answer, by the kind of question: large enough for a thumb, and every choice reachable with the keyboard.
import { t } from '@lingui/core/macro'
import { Textarea, TextInput } from '@mantine/core'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { weightOf, type AnswerValue } from '../answer.ts'
import type { AnswerOption, Item } from '../questionnaire.ts'
import classes from './assessments.module.css'

interface InputProps {
  item: Item
  values: readonly AnswerValue[]
  onGive: (answer: AnswerValue[] | null, more?: { soon?: boolean }) => void
  onNext: () => void
}

export function AnswerInput(props: InputProps) {
  const { type } = props.item
  if (type === 'choice' || type === 'open-choice' || type === 'boolean') return <Choices {...props} />
  return <Written {...props} />
}

interface Choice {
  words: string
  value: AnswerValue
  points: number | undefined
}
function choicesOf(item: Item): Choice[] {
  if (item.type === 'boolean')
    return [
      { words: t`Yes`, value: { valueBoolean: true }, points: undefined },
      { words: t`No`, value: { valueBoolean: false }, points: undefined },
    ]
  return (item.answerOption ?? []).flatMap((option) => {
    const value = valueOf(option)
    return value ? [{ words: wordsFor(option), value, points: 'valueCoding' in value ? weightOf(item, value) : undefined }] : []
  })
}
function valueOf({ valueCoding, valueString, valueInteger, valueDate, valueTime }: AnswerOption): AnswerValue | null {
  if (valueCoding) return { valueCoding: { ...(valueCoding.system && { system: valueCoding.system }), code: valueCoding.code, ...(valueCoding.display && { display: valueCoding.display }) } }
  if (valueString !== undefined) return { valueString }
  if (valueInteger !== undefined) return { valueInteger }
  if (valueDate !== undefined) return { valueDate }
  return valueTime === undefined ? null : { valueTime }
}
const wordsFor = (option: AnswerOption): string =>
  option.valueCoding?.display ?? option.valueCoding?.code ?? option.valueString ?? String(option.valueInteger ?? option.valueDate ?? option.valueTime)
const keyOf = (value: AnswerValue): string => ('valueCoding' in value ? `${value.valueCoding.system ?? ''}|${value.valueCoding.code}` : JSON.stringify(value))

function Choices({ item, values, onGive, onNext }: InputProps) {
  const choices = choicesOf(item)
  const chosen = new Set(values.map(keyOf))
  const choose = ({ value }: Choice) => {
    if (!item.repeats) return onGive([value])
    const kept = values.filter((each) => keyOf(each) !== keyOf(value))
    const next = kept.length === values.length ? [...values, value] : kept
    return onGive(next.length > 0 ? next : null)
  }
  const press = (event: KeyboardEvent) => {
    const choice = choices[Number(event.key) - 1]
    if (!choice || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    choose(choice)
    if (!item.repeats) onNext()
  }
  return (
    <div className={choices.length > 5 || choices.some(({ words }) => words.length > 22) ? classes.stacked : classes.choices} onKeyDown={press} role="presentation">
      {choices.map((choice, place) => (
        <label key={keyOf(choice.value)} className={classes.choice}>
          <input
            type={item.repeats ? 'checkbox' : 'radio'} name={item.linkId} checked={chosen.has(keyOf(choice.value))} onChange={() => choose(choice)}
            aria-keyshortcuts={place < 9 ? String(place + 1) : undefined}
          />
          <span>{choice.words}</span>
          {choice.points !== undefined && !choice.words.startsWith(String(choice.points)) && <span className={classes.points} aria-hidden>{choice.points}</span>}
        </label>
      ))}
    </div>
  )
}

const htmlType: Record<string, string> = { date: 'date', dateTime: 'datetime-local', time: 'time', integer: 'number', decimal: 'number', quantity: 'number' }

function Written({ item, values, onGive }: InputProps) {
  const [text, setText] = useState(() => writtenOf(values[0]))
  const given = useRef(text)
  const now = writtenOf(values[0])
  useEffect(() => {
    if (now !== given.current) setText(now) // a colleague's answer was taken, or the answer was cleared
    given.current = now
  }, [now])
  const give = (next: string) => {
    setText(next)
    const value = readWritten(item.type, next)
    if (!value && next.trim() !== '') return
    given.current = value ? writtenOf(value) : ''
    onGive(value ? [value] : null, { soon: true })
  }
  const label = item.text ?? item.linkId
  if (item.type === 'text') return <Textarea aria-label={label} autosize minRows={2} maxLength={item.maxLength} value={text} onChange={(event) => give(event.currentTarget.value)} />
  return <TextInput aria-label={label} type={htmlType[item.type] ?? 'text'} step={item.type === 'integer' ? 1 : 'any'} maxLength={item.maxLength} value={text} onChange={(event) => give(event.currentTarget.value)} />
}

function writtenOf(value: AnswerValue | undefined): string {
  if (!value) return ''
  if ('valueQuantity' in value) return String(value.valueQuantity.value)
  if ('valueDateTime' in value) return value.valueDateTime.slice(0, 16)
  const [only] = Object.values(value)
  return typeof only === 'object' ? '' : String(only)
}

function readWritten(type: string, text: string): AnswerValue | null {
  const said = text.trim()
  const number = Number(said)
  if (said === '') return null
  if (type === 'integer') return Number.isInteger(number) ? { valueInteger: number } : null
  if (type === 'decimal') return Number.isFinite(number) ? { valueDecimal: number } : null
  if (type === 'quantity') return Number.isFinite(number) ? { valueQuantity: { value: number } } : null
  if (type === 'date') return { valueDate: said }
  if (type === 'time') return { valueTime: said.length === 5 ? `${said}:00` : said }
  if (type === 'dateTime') return { valueDateTime: new Date(said).toISOString() }
  return { valueString: said }
}
