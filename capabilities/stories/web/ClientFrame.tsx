// The client's page: the header that is always visible, the tabs, and the tab in view.
import { Outlet } from '@tanstack/react-router'

export default function ClientFrame() {
  return <Outlet />
}
