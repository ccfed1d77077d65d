// A card whose form opens in its place, and the small menu that ends an entry of the record.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Menu } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useClient } from '../../../web/client.tsx'
import { Card } from '../../../web/design/Card.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { useMay, useMe } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import classes from './details.module.css'

interface CardWithFormProps {
  title: ReactNode
  /** what the button says; no button for those who may not write */
  add: string
  permission?: string
  form: (close: () => void) => ReactNode
  children: ReactNode
}

export function CardWithForm({ title, add, permission = 'write-clients', form, children }: CardWithFormProps) {
  const [open, setOpen] = useState(false)
  const may = useMay()
  const button = may(permission) && (
    <Button variant="subtle" size="compact-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
      {open ? <Trans>Cancel</Trans> : add}
    </Button>
  )
  return (
    <Card title={title} aside={button}>
      {open && <div className={classes.form}>{form(() => setOpen(false))}</div>}
      {children}
    </Card>
  )
}

/** POST to something of the client in view; its screens are read again. */
export function useClientWrite<Body, Result = unknown>(path: string, onSaved?: (result: Result) => void) {
  const { clientId } = useClient()
  return useWrite<Body, Result>('POST', `/clients/${clientId}${path}`, { renews: [clientId], ...(onSaved && { onSaved }) })
}

/** Ends an entry: it no longer holds, or it never did. Nothing disappears from the record. */
export function EndMenu({ path, what }: { path: string; what: string }) {
  const { today } = useMe()
  const may = useMay()
  const { save, saving, problem } = useClientWrite<{ on: string; reason: 'changed' | 'entered-in-error' }>(`${path}/ending`)
  if (!may('write-clients')) return null
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="subtle" color="gray" size="compact-sm" loading={saving} aria-label={t`End: ${what}`}>
            <Trans>End</Trans>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save({ on: today, reason: 'changed' })}>
            <Trans>No longer so, from today</Trans>
          </Menu.Item>
          <Menu.Item onClick={() => void save({ on: today, reason: 'entered-in-error' })}>
            <Trans>Was entered in error</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ProblemNotice problem={problem} />
    </>
  )
}
