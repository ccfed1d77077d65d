// Who is signed in, and what is theirs: account, language, light or dark, signing out; on a phone also the rest of the menu.
import { useLingui } from '@lingui/react'
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Menu, useMantineColorScheme } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useGo } from '../address.ts'
import { locales, speak, type Locale } from '../i18n.ts'
import { useMe } from '../me.tsx'
import { writeApi } from '../api.ts'
import { keepDraftsNow } from '../draft.ts'
import { useMenu } from './Navigation.tsx'
import classes from './shell.module.css'

const languageNames: Record<Locale, string> = { en: 'English', es: 'Español' }

export function AccountMenu({ compact = false }: { compact?: boolean }) {
  const { staff, agency } = useMe()
  return (
    <Menu position="top-start" width={220} keepMounted={false}>
      <Menu.Target>
        {compact ? (
          <button type="button" className={classes.thumb} aria-label={t`More and my account`}><IconDots size={20} stroke={1.7} aria-hidden /><span><Trans>More</Trans></span></button>
        ) : (
          <button type="button" className={classes.me}>
            <b>{staff.credentialLine ? `${staff.name}, ${staff.credentialLine}` : staff.name}</b>
            {agency.name}
          </button>
        )}
      </Menu.Target>
      <Menu.Dropdown>{compact && <MoreScreens />}<AccountItems /></Menu.Dropdown>
    </Menu>
  )
}

function MoreScreens() {
  const { _ } = useLingui()
  const go = useGo()
  const rest = useMenu().slice(4)
  return (
    <>
      {rest.map(({ path, menu }) => <Menu.Item key={path} onClick={() => go(path)}>{_(menu.label)}</Menu.Item>)}
      {rest.length > 0 && <Menu.Divider />}
    </>
  )
}

function AccountItems() {
  const go = useGo()
  const { i18n } = useLingui()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const other = locales.find((locale) => locale !== i18n.locale) ?? 'en'
  return (
    <>
      <Menu.Item onClick={() => go('/account')}><Trans>My account and security</Trans></Menu.Item>
      <Menu.Item lang={other} onClick={() => void chooseLanguage(other)}>{languageNames[other]}</Menu.Item>
      <Menu.Divider />
      <Menu.Item onClick={() => setColorScheme('light')} aria-current={colorScheme === 'light'}><Trans>Light</Trans></Menu.Item>
      <Menu.Item onClick={() => setColorScheme('dark')} aria-current={colorScheme === 'dark'}><Trans>Dark</Trans></Menu.Item>
      <Menu.Item onClick={() => setColorScheme('auto')} aria-current={colorScheme === 'auto'}><Trans>As the device</Trans></Menu.Item>
      <Menu.Divider />
      <Menu.Item onClick={() => void signOut()}><Trans>Sign out</Trans></Menu.Item>
    </>
  )
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
