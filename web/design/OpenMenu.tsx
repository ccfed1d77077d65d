// The menu itself. It opens once its button has the focus, so that closing gives it back there.
import { Menu } from '@mantine/core'
import { cloneElement, useEffect, useState } from 'react'
import type { MenuOnPressProps } from './MenuOnPress.tsx'

export default function OpenMenu({ button, entries, position = 'bottom-end' }: MenuOnPressProps) {
  const [opened, open] = useState(false)
  useEffect(() => open(true), [])
  return (
    <Menu opened={opened} onChange={open} returnFocus position={position} {...(position === 'top-start' && { width: 220 })} keepMounted={false}>
      <Menu.Target>{cloneElement(button, { autoFocus: true })}</Menu.Target>
      <Menu.Dropdown>
        {entries.map((entry, index) => (entry === 'line'
          ? <Menu.Divider key={index} />
          : <Menu.Item key={index} onClick={entry.onPress} lang={entry.lang} aria-current={entry.current}>{entry.label}</Menu.Item>))}
      </Menu.Dropdown>
    </Menu>
  )
}
