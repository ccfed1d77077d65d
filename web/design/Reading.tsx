// Draws what was read: the shape while waiting, the problem with a way to try again, else the content.
import type { ReactNode } from 'react'
import type { Problem } from '../api.ts'
import { Loading } from './Loading.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'

export interface ReadingProps<T> {
  of: { data: T | undefined; problem: Problem | null; refetch: () => unknown }
  lines?: number
  children: (data: T) => ReactNode
}

/** `<Reading of={useRead<Plan>(…)}>{(plan) => …}</Reading>` */
export function Reading<T>({ of, lines = 4, children }: ReadingProps<T>) {
  if (of.data !== undefined) return <>{children(of.data)}</>
  if (of.problem) return <div style={{ padding: 16 }}><ProblemNotice problem={of.problem} onRetry={() => void of.refetch()} /></div>
  return <Loading lines={lines} />
}
