// The way between the main screens: a column at the left, or a bar under the thumb.
import { useLingui } from '@lingui/react'
import { t } from '@lingui/core/macro'
import { IconAddressBook, IconBuilding, IconChartBar, IconHome, IconInbox, IconSettings, IconUsers } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { GoTo } from '../design/GoTo.tsx'
import { useMe } from '../me.tsx'
import { useRead } from '../reads.ts'
import { screens, type MenuIcon, type ScreenEntry } from '../screens.ts'
import classes from './shell.module.css'

type MenuEntry = ScreenEntry & { menu: NonNullable<ScreenEntry['menu']> }

const icons: Record<MenuIcon, typeof IconHome> = {
  home: IconHome, referrals: IconInbox, clients: IconAddressBook, directory: IconBuilding, team: IconUsers, reports: IconChartBar, administration: IconSettings,
}

function useMenu(): MenuEntry[] {
  const { permissions } = useMe()
  const inMenu = (screen: ScreenEntry): screen is MenuEntry => screen.menu !== undefined
  return screens.filter(inMenu).filter(({ menu }) => !menu.permissions || menu.permissions.some((each) => permissions.includes(each)))
}

const isHere = (path: string, now: string) => (path === '/' ? now === '/' : now === path || now.startsWith(`${path}/`))

export function SideNavigation({ account }: { account: ReactNode }) {
  const { _ } = useLingui()
  const { pathname } = useLocation()
  return (
    <nav className={classes.side} aria-label={t`Main`}>
      <GoTo href="/" className={classes.logo}><i className={classes.mark} aria-hidden />Continuum</GoTo>
      {useMenu().map(({ path, menu }) => (
        <GoTo key={path} href={path} className={classes.link} aria-current={isHere(path, pathname) ? 'page' : undefined}>
          {_(menu.label)} {menu.count && <Count path={menu.count} />}
        </GoTo>
      ))}
      <div className={classes.account}>{account}</div>
    </nav>
  )
}

export function BottomBar({ account }: { account: ReactNode }) {
  const { _ } = useLingui()
  const { pathname } = useLocation()
  return (
    <nav className={`${classes.bottom} no-print`} aria-label={t`Main, bottom`}>
      {useMenu().slice(0, 4).map(({ path, menu }) => {
        const Icon = icons[menu.icon]
        return (
          <GoTo key={path} href={path} className={classes.thumb} aria-current={isHere(path, pathname) ? 'page' : undefined}>
            <Icon size={20} stroke={1.7} aria-hidden />
            <span>{_(menu.label)}</span>
            {menu.count && <Count path={menu.count} />}
          </GoTo>
        )
      })}
      {account}
    </nav>
  )
}

/** How many wait there; nothing while unknown or none. */
function Count({ path }: { path: string }) {
  const { data } = useRead<{ count: number }>(path)
  return data && data.count > 0 ? <b>{data.count}</b> : null
}

export { useMenu }
