// Where the staff web app starts: language first, then the providers, then the router.
import '@fontsource-variable/inter'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './design/tokens.css'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { preferredLocale, speak } from './i18n.ts'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root to draw into.')
await speak(preferredLocale())
// Going back after signing out must not bring a page of the memory back to whoever sits there now.
window.addEventListener('pageshow', ({ persisted }) => { if (persisted) window.location.reload() })
createRoot(root).render(<App />)
