import { chromium } from 'playwright-core'
import AxeBuilder from '@axe-core/playwright'
import { capabilities } from '../capabilities.ts'
import { buildServer } from '../platform/http/server.ts'
import { newId } from '../platform/db.ts'
import { world } from '../test/world.ts'
import { requestTask, addTask } from '../capabilities/tasks/task.actions.ts'
import { transferCase, setAcuity, suspendCase } from '../capabilities/cases/case.actions.ts'
import { papersOf, askedSafely } from '../test/situations.ts'
const pagesWanted = process.argv.slice(2)
const w = await world()
const app = await buildServer({ db: w.db, capabilities, webRoot: '/tmp/h7-web' })
await app.listen({ port: 8437, host: '127.0.0.1' })
const today = await w.work('maya', async (work) => work.today)
const day = (n: number) => new Date(Date.parse(today) + n * 864e5).toISOString().slice(0, 10)
const open = (displayName: string, status = 'active', acuityLevel?: number) => w.openCase({ displayName, status, acuityLevel })
const andre = await open('Andre Coleman', 'active', 4), harold = await open('Harold Whitfield', 'active', 3), marcus = await open('Marcus Delgado', 'pending_engagement'), linda = await open('Linda Tran', 'active', 3), evelyn = await open('Evelyn Osei', 'active', 4), jenna = await open('Jenna Kowalski', 'suspended', 2), ruth = await open('Ruth Alvarez', 'closing', 1)
const ask = (who: { caseId: string; clientId: string }, rule: any, due: string, params: any = {}, more: any = {}) => w.onCase('maya', who.caseId, (work) => requestTask(work, { rule, about: { type: 'case', id: newId() }, clientId: who.clientId, caseId: who.caseId, assignTo: { staffId: w.staffId.maya }, due, params, ...more }))
await ask(harold, 'note-unsigned', day(-1), { occurredOn: day(-4) })
await ask(marcus, 'first-attempt', today, { acceptedOn: day(-1), businessDays: 2 })
await ask(linda, 'safety-response', today, { instrument: 'PHQ-9', concern: 'PHQ-9 item 9 was above zero this morning' }, { priority: 'safety', about: { type: 'safety-concern', id: newId() } })
await ask(evelyn, 'plan-review', today, { number: 2 }, { about: { type: 'plan-version', id: newId() } })
await ask(jenna, 'consent-expiring', day(2), { expiresOn: day(30), kind: 'cm_engagement' })
await ask(andre, 'assessment-due', day(-2), { activatedOn: day(-32), days: 30 }, { priority: 'urgent' })
await w.onCase('maya', andre.caseId, (work) => addTask(work, { title: 'Ask the nearest clinic whether Thursday still works', caseId: andre.caseId, clientId: andre.clientId, due: day(1) }))
await w.onCase('maya', ruth.caseId, (work) => addTask(work, { title: 'Look over the closure letter', caseId: ruth.caseId, clientId: ruth.clientId, due: day(1), assignTo: { staffId: w.staffId.omar } }))
await w.onCase('maya', evelyn.caseId, (work) => transferCase(work, { toStaffId: w.staffId.zoe, reason: 'She moves to the chronic program.', summary: 'Weight stable since 27 March. Daughter Abena holds the power of attorney.\nShe wants to sleep in her own bed.' }))
await w.onCase('omar', linda.caseId, (work) => setAcuity(work, { level: 4, why: 'Safety answer today, lives alone.' }))
await w.onCase('omar', harold.caseId, (work) => setAcuity(work, { level: 3, why: 'Two falls in a month.' }))
await papersOf(w, marcus.clientId, ['role_disclosure'])
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
const all: Record<string, [string, any]> = {
  home: ['/', 'maya'], details: [`/clients/${marcus.clientId}/details?case=${marcus.caseId}`, 'maya'], active: [`/clients/${linda.clientId}/details?case=${linda.caseId}`, 'maya'],
  people: [`/clients/${evelyn.clientId}/people?case=${evelyn.caseId}`, 'zoe'], empty: ['/', 'zoe'], ada: ['/', 'ada'], closing: [`/clients/${ruth.clientId}/details?case=${ruth.caseId}`, 'maya'],
  casem: [`/clients/${marcus.clientId}/case?case=${marcus.caseId}`, 'maya'], casel: [`/clients/${linda.clientId}/case?case=${linda.caseId}`, 'maya'], casee: [`/clients/${evelyn.clientId}/case?case=${evelyn.caseId}`, 'zoe'], casej: [`/clients/${jenna.clientId}/case?case=${jenna.caseId}`, 'omar'],
}
for (const name of pagesWanted) {
  const [path, person] = all[name]!
  for (const [width, scheme] of [[1440, 'light'], [1440, 'dark'], [360, 'light'], [360, 'dark']] as const) {
    const context = await browser.newContext({ viewport: { width, height: width === 360 ? 740 : 900 }, colorScheme: scheme })
    const [n, v] = w.cookieOf(person).split('=')
    await context.addCookies([{ name: n!, value: v!, url: 'http://127.0.0.1:8437' }])
    const page = await context.newPage()
    page.on('pageerror', (e) => console.log('PAGE ERROR', e.message))
    page.on('console', (m) => m.type() === 'error' && console.log('CONSOLE', m.text()))
    await page.goto('http://127.0.0.1:8437' + path)
    await page.waitForLoadState('networkidle').catch(() => {})
    await page.waitForTimeout(700)
    const { violations } = await new AxeBuilder({ page }).analyze()
    for (const v of violations) console.log(name, width, scheme, v.id, v.nodes.map((n) => n.target.join(' ') + ' :: ' + n.failureSummary?.split('\n')[1]).slice(0, 3))
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (over > 0) console.log(name, width, 'overflows by', over)
    await page.screenshot({ path: `/tmp/h7/${name}-${width}-${scheme}.png`, fullPage: true })
    await context.close()
  }
}
await browser.close(); await app.close(); await w.close(); process.exit(0)
