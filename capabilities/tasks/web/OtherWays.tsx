// What else may become of a task: it waits, it will not happen, somebody else does it. Each asks for its reason.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { ActionIcon } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { MenuOnPress } from '../../../web/design/MenuOnPress.tsx'
import { useMay } from '../../../web/me.tsx'
import type { ShownTask } from './TaskRow.tsx'

export type Way = 'wait' | 'except' | 'pass'
const TaskDialog = lazy(() => import('./TaskDialog.tsx'))

export function OtherWays({ task, title }: { task: ShownTask; title: string }) {
  const [way, choose] = useState<Way | null>(null)
  const ways = waysOf(task)
  if (!useMay()('write-tasks') || ways.length === 0) return null
  const label: Record<Way, string> = { wait: t`It can wait…`, except: t`It will not happen…`, pass: t`Somebody else does it…` }
  return (
    <>
      <MenuOnPress entries={ways.map((each) => ({ label: label[each], onPress: () => choose(each) }))}
        button={<ActionIcon variant="subtle" color="gray" aria-label={t`More about: ${title}`}><IconDots size={16} aria-hidden /></ActionIcon>} />
      {way && <Suspense fallback={<span role="status"><Trans>Opening…</Trans></span>}><TaskDialog task={task} title={title} way={way} onClose={() => choose(null)} /></Suspense>}
    </>
  )
}

/** Safety and regulatory tasks neither wait nor are excepted away; a transfer is answered by who was asked. */
export function waysOf({ rule, priority }: Pick<ShownTask, 'rule' | 'priority'>): Way[] {
  if (rule === 'transfer-request') return ['wait']
  const cannotWait = priority === 'safety' || rule === 'safety-response' || rule === 'credential-expiring' || rule === 'emergency-review'
  return [...(cannotWait ? [] : ['wait' as const]), ...(rule === 'own' || rule === 'safety-response' || rule === 'emergency-review' ? [] : ['except' as const]), 'pass']
}
