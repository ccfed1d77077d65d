// Who is signed in, and what is theirs: account, language, light or dark, signing out; on a phone also the rest of the menu.
import { useLingui } from '@lingui/react'
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useMantineColorScheme } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useGo } from '../address.ts'
import { locales, speak, type Locale } from '../i18n.ts'
import { useMe } from '../me.tsx'
import { writeApi } from '../api.ts'
import { MenuOnPress, type MenuEntry } from '../design/MenuOnPress.tsx'
import { keepDraftsNow } from '../draft.ts'
import { useMenu } from './Navigation.tsx'
import classes from './shell.module.css'

const languageNames: Record<Locale, string> = { en: 'English', es: 'Español' }

export function AccountMenu({ compact = false }: { compact?: boolean }) {
  const { staff, agency } = useMe()
  const [more, account] = [useMoreScreens(), useAccountEntries()]
  return (
    <MenuOnPress position="top-start" entries={[...(compact ? more : []), ...account]} button={compact ? (
      <button type="button" className={classes.thumb} aria-label={t`More and my account`}><IconDots size={20} stroke={1.7} aria-hidden /><span><Trans>More</Trans></span></button>
    ) : (
      <button type="button" className={classes.me}>
        <b>{staff.credentialLine ? `${staff.name}, ${staff.credentialLine}` : staff.name}</b>
        {agency.name}
      </button>
    )} />
  )
}

function useMoreScreens(): (MenuEntry | 'line')[] {
  const { _ } = useLingui()
  const go = useGo()
  const rest = useMenu().slice(4).map(({ path, menu }) => ({ label: _(menu.label), onPress: () => go(path) }))
  return rest.length > 0 ? [...rest, 'line'] : []
}

function useAccountEntries(): (MenuEntry | 'line')[] {
  const go = useGo()
  const { i18n } = useLingui()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const other = locales.find((locale) => locale !== i18n.locale) ?? 'en'
  return [
    { label: <Trans>My account and security</Trans>, onPress: () => go('/account') },
    { label: languageNames[other], lang: other, onPress: () => void chooseLanguage(other) },
    'line',
    { label: <Trans>Light</Trans>, onPress: () => setColorScheme('light'), current: colorScheme === 'light' },
    { label: <Trans>Dark</Trans>, onPress: () => setColorScheme('dark'), current: colorScheme === 'dark' },
    { label: <Trans>As the device</Trans>, onPress: () => setColorScheme('auto'), current: colorScheme === 'auto' },
    'line',
    { label: <Trans>Sign out</Trans>, onPress: () => void signOut() },
  ]
}

/** Spoken at once here; the server keeps it for the next device. */
async function chooseLanguage(locale: Locale): Promise<void> {
  await speak(locale, true)
  await writeApi('PUT', '/me/locale', { locale }).catch(() => undefined)
}

/** What is being written is kept first, sealed; a device that cannot keep it does not hold anybody back. */
async function signOut(): Promise<void> {
  await Promise.race([keepDraftsNow(), new Promise((resolve) => setTimeout(resolve, 2000))])
  const left = await writeApi<{ there: string | null }>('POST', '/sign-out', {}).catch(() => null)
  window.location.assign(left?.there ? `/sign-in/left?agency=${left.there}` : '/')
}
