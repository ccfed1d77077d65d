// Ctrl-K: clients by name, screens, and actions, in one list.
import '@mantine/spotlight/styles.css'
import { useLingui } from '@lingui/react'
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useDebouncedValue } from '@mantine/hooks'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { useEffect, useState } from 'react'
import { useGo } from '../address.ts'
import { commands } from '../commands.ts'
import { useMay } from '../me.tsx'
import { useRead } from '../reads.ts'
import { useMenu } from './Navigation.tsx'

const [store, spotlight] = createSpotlight()
interface FoundClient { id: string; displayName: string; birthDate?: string | null; pronouns?: string | null }
interface Entry { id: string; label: string; description?: string | undefined; href: string }

export default function Search({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('')
  useEffect(() => spotlight.open(), [])
  const clients = useFoundClients(query)
  const { screens, actions } = usePlaces(query)
  const nothing = clients.length + screens.length + actions.length === 0
  return (
    <Spotlight.Root store={store} query={query} onQueryChange={setQuery} onSpotlightClose={onClose} shortcut={null} attributes={{ content: { 'aria-label': t`Find a client, a screen, an action` } }}>
      <Spotlight.Search placeholder={t`Find a client, a screen, an action`} aria-label={t`Find a client, a screen, an action`} />
      <Spotlight.ActionsList>
        <Group label={t`Clients`} entries={clients} />
        <Group label={t`Screens`} entries={screens} />
        <Group label={t`Actions`} entries={actions} />
        {nothing && <Spotlight.Empty><Trans>Nothing found. Try another spelling, or fewer letters.</Trans></Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function Group({ label, entries }: { label: string; entries: Entry[] }) {
  const go = useGo()
  if (entries.length === 0) return null
  return (
    <Spotlight.ActionsGroup label={label}>
      {entries.map((entry) => <Spotlight.Action key={entry.id} label={entry.label} {...(entry.description ? { description: entry.description } : {})} onClick={() => go(entry.href)} />)}
    </Spotlight.ActionsGroup>
  )
}

/** Clients the person may know, from two letters on. */
function useFoundClients(query: string): Entry[] {
  const may = useMay()
  const [asked] = useDebouncedValue(query.trim(), 150)
  const { data } = useRead<{ clients: FoundClient[] }>('/clients', { query: { search: asked, limit: 8 }, enabled: asked.length >= 2 && may('read-clients'), keepPrevious: true })
  if (asked.length < 2 || !data) return []
  return data.clients.map(({ id, displayName, birthDate }) => ({ id, label: displayName, description: birthDate ? t`born ${birthDate}` : undefined, href: `/clients/${id}/story` }))
}

function usePlaces(query: string): { screens: Entry[]; actions: Entry[] } {
  const { _ } = useLingui()
  const may = useMay()
  const fits = ({ label }: Entry) => label.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase())
  const screens = useMenu().map(({ path, menu }) => ({ id: path, label: _(menu.label), href: path }))
  const actions = commands.filter(({ permission }) => !permission || may(permission)).map(({ label, href }) => ({ id: href, label: _(label), href }))
  return { screens: screens.filter(fits), actions: actions.filter(fits) }
}
