// What happened, what is missing, and where each missing thing is done. Takes focus, so it is heard and seen.
import { Trans } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import type { Problem } from '../api.ts'
import { GoTo } from './GoTo.tsx'
import classes from './ProblemNotice.module.css'

export interface ProblemNoticeProps {
  problem: Problem | null
  /** field path → id of its input, so that each listed issue leads to it */
  fields?: Record<string, string>
  onRetry?: () => void
}

export function ProblemNotice({ problem, fields = {}, onRetry }: ProblemNoticeProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problem) box.current?.focus()
  }, [problem])
  if (!problem) return null
  return (
    <div ref={box} role="alert" tabIndex={-1} className={classes.notice} data-code={problem.code}>
      <p className={classes.said}>{problem.message}</p>
      {problem.missing.length > 0 && (
        <ul>
          {problem.missing.map(({ code, message, href }) => <li key={`${code} ${message}`}>{href ? <GoTo href={href}>{message}</GoTo> : message}</li>)}
        </ul>
      )}
      {problem.issues.length > 0 && (
        <ul>
          {problem.issues.map(({ path, message }) => (
            <li key={`${path}:${message}`}>{fields[path] ? <a href={`#${fields[path]}`} onClick={focusOn(fields[path])}>{message}</a> : message}</li>
          ))}
        </ul>
      )}
      {problem.traceId && problem.status >= 500 && <p className={classes.trace}><Trans>If you ask for help, give this number: {problem.traceId}</Trans></p>}
      {onRetry && <button type="button" className={classes.retry} onClick={onRetry}><Trans>Try again</Trans></button>}
    </div>
  )
}

const focusOn = (id: string) => (event: { preventDefault(): void }) => {
  event.preventDefault()
  document.getElementById(id)?.focus()
}
