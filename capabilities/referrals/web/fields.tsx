// The four kinds of field the front door's forms are made of: empty typing is nothing written, a choice is one of its codes.
import type { Problem } from '../../../web/api.ts'
import { ChoiceField, DayField, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { orNull } from './factsDraft.ts'
import { choicesOf } from './referralWords.ts'

interface Field {
  path: string
  label: string
  problem: Problem | null
  optional?: boolean
  description?: string
  size?: 'md'
}
interface Written extends Field {
  value: string | null
  onText: (text: string | null) => void
}

export function Text({ value, onText, ...rest }: Written & { type?: 'tel' | 'email' }) {
  return (
    <TextField autoComplete="off" {...rest} value={value ?? ''} onChange={(event) => onText(orNull(event.currentTarget.value))} />
  )
}

export function Long({ value, onText, short = false, ...rest }: Written & { short?: boolean; disabled?: boolean }) {
  return (
    <LongTextField
      {...rest}
      minRows={short ? 2 : 3}
      value={value ?? ''}
      onChange={(event) => onText(orNull(event.currentTarget.value))}
    />
  )
}

export function Day({ value, onText, ...rest }: Written & { min?: string; max?: string }) {
  return <DayField {...rest} value={value ?? ''} onChange={(event) => onText(orNull(event.currentTarget.value))} />
}

interface Chosen<Code extends string> extends Field {
  words: Record<Code, string>
  value: Code | null
  onCode: (code: Code | null) => void
  placeholder?: string
}

export function Choice<Code extends string>({ words, value, onCode, ...rest }: Chosen<Code>) {
  return <ChoiceField {...rest} data={choicesOf(words)} value={value} onChange={(picked) => onCode(codeIn(words, picked))} />
}

/** One of the codes of a list of words, or nothing. */
export function codeIn<Code extends string>(words: Record<Code, string>, value: string | null): Code | null {
  const isCode = (each: string): each is Code => each in words
  return value !== null && isCode(value) ? value : null
}
