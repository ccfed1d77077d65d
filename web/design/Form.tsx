// One column, labels above, required unless "optional" is said, all problems listed with links to their fields.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, Select, Textarea, TextInput, type SelectProps, type TextareaProps, type TextInputProps } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import type { Problem } from '../api.ts'
import { ProblemNotice } from './ProblemNotice.tsx'
import classes from './Form.module.css'

export interface FormProps {
  onSave: () => void
  saving?: boolean
  problem?: Problem | null
  saveLabel?: ReactNode
  /** more buttons, left of the save button */
  others?: ReactNode
  fields?: Record<string, string>
  children: ReactNode
}

/** Enter saves. Field ids: give `id={fieldId('path')}` so that a problem of that path links to it. */
export function Form({ onSave, saving = false, problem = null, saveLabel, others, fields, children }: FormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave()
  }
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <ProblemNotice problem={problem} fields={fields ?? fieldsOf(problem)} />
      {children}
      <div className={classes.buttons}>
        {others}
        <Button type="submit" loading={saving}>{saveLabel ?? <Trans>Save</Trans>}</Button>
      </div>
    </form>
  )
}

export const fieldId = (path: string): string => `field-${path.replaceAll('.', '-')}`

const fieldsOf = (problem: Problem | null): Record<string, string> =>
  Object.fromEntries((problem?.issues ?? []).map(({ path }) => [path, fieldId(path)]))

/** The sentence for one field, from the server's list or the form's own check. */
export const issueAt = (problem: Problem | null | undefined, path: string): string | undefined =>
  problem?.issues.find((issue) => issue.path === path)?.message

interface Common { path: string; optional?: boolean; problem?: Problem | null | undefined }

const said = (label: ReactNode, optional: boolean | undefined) =>
  optional ? <>{label} <span className={classes.optional}>{t`(optional)`}</span></> : label

export function TextField({ path, optional, problem, label, error, ...rest }: Common & TextInputProps) {
  return <TextInput id={fieldId(path)} name={path} label={said(label, optional)} aria-required={!optional} error={error ?? issueAt(problem, path)} {...rest} />
}

export function LongTextField({ path, optional, problem, label, error, ...rest }: Common & TextareaProps) {
  return <Textarea id={fieldId(path)} name={path} label={said(label, optional)} autosize minRows={3} aria-required={!optional} error={error ?? issueAt(problem, path)} {...rest} />
}

export function ChoiceField({ path, optional, problem, label, error, ...rest }: Common & SelectProps) {
  return <Select id={fieldId(path)} name={path} label={said(label, optional)} clearable={optional} allowDeselect={Boolean(optional)} error={error ?? issueAt(problem, path)} {...rest} />
}

/** A civil day, with the browser's own calendar; typed dates work everywhere. */
export function DayField({ path, optional, problem, label, error, ...rest }: Common & TextInputProps) {
  return <TextInput id={fieldId(path)} name={path} type="date" label={said(label, optional)} aria-required={!optional} error={error ?? issueAt(problem, path)} {...rest} />
}
