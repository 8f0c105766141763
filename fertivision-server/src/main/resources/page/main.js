// The page as a whole: who is signed in, which view is shown, and the end of a session nobody uses.
import { h, show, say, toast } from './dom.js'
import { t, choose, current, languages } from './words.js'
import { who, may, resume, signOut, onLeft, idleMillis } from './api.js'
import { signInView, setUpView, passwordView } from './sign-in.js'
import { handInView } from './hand-in.js'
import { historyView } from './history.js'
import { analysisView } from './analysis.js'
import { adminView } from './admin.js'
import { qualityView } from './quality.js'

const LOOK = 15_000
const head = document.getElementById('head')
const main = document.getElementById('main')
let leaveView = () => {}

const VIEWS = {
  new: { view: handInView, scope: 'analyses:write' },
  history: { view: historyView, scope: 'analyses:read' },
  analysis: { view: analysisView, scope: 'analyses:read' },
  quality: { view: qualityView, scope: 'subjects:read' },
  admin: { view: adminView, scope: 'accounts:admin' },
  password: { view: passwordView },
}
const MENU = ['new', 'history', 'quality', 'admin']

/** The parts of the address behind the #: the name of a view and what it is of. */
function place() {
  const [name, ...rest] = location.hash.slice(1).split('/').map(decodeURIComponent)
  return { name, rest }
}

function header(name) {
  const person = who()
  const links = person ? MENU.filter(item => !VIEWS[item].scope || may(VIEWS[item].scope)) : []
  show(head,
    h('a', { class: 'brand', href: '#new' }, h('img', { src: '/page/mark.svg', alt: '', width: 28, height: 28 }), 'FertiVision'),
    h('nav', { 'aria-label': t('menu') }, links.map(item =>
      h('a', { href: `#${item}`, 'aria-current': item === name ? 'page' : null }, t(`menu.${item}`)))),
    h('div', { class: 'person' },
      languageChoice(),
      person ? h('a', { href: '#password', class: 'name' }, person.name) : null,
      person ? h('button', { class: 'plain', id: 'sign-out', onclick: leave }, t('sign-out')) : null))
  document.getElementById('skip').textContent = t('skip')
  show(document.getElementById('foot'), h('p', {}, t('use')))
}

function languageChoice() {
  const box = h('select', { 'aria-label': t('language'), class: 'language' },
    languages.map(code => h('option', { value: code, selected: code === current() }, code.toUpperCase())))
  box.addEventListener('change', () => { choose(box.value); route() })
  return box
}

async function leave() {
  await signOut().catch(e => toast(e.message, 'bad'))
  history.replaceState(null, '', '#')
  route()
  say(t('signed-out'))
}

/** Shows the view of the address. */
async function route() {
  leaveView()
  leaveView = () => {}
  const { name, rest } = place()
  if (name === 'setup') {
    header(name)
    return enter(setUpView(rest[0] || ''))
  }
  if (!who()) {
    header('')
    return enter(signInView(begin))
  }
  const first = MENU.find(item => may(VIEWS[item].scope)) || 'password'
  const chosen = VIEWS[name] && (!VIEWS[name].scope || may(VIEWS[name].scope)) ? name : first
  header(chosen === 'analysis' ? 'history' : chosen)
  enter(VIEWS[chosen].view(...rest))
}

/** A view is an element, and what to do when it is left. */
function enter(view) {
  const { element, leave: left } = view instanceof Node ? { element: view } : view
  leaveView = left || (() => {})
  show(main, element)
  document.title = `${main.querySelector('h1')?.textContent || ''} · FertiVision`
  const first = main.querySelector('[autofocus]')
  if (first) first.focus()
  else main.focus({ preventScroll: true })
}

function begin() {
  if (!place().name) history.replaceState(null, '', '#new')
  route()
}

onLeft(() => { route(); toast(t('session-over'), 'bad') })
window.addEventListener('hashchange', route)
document.getElementById('skip').addEventListener('click', event => { event.preventDefault(); main.focus() })

// The server ends a session that nobody uses; the page then shows nothing of it any more.
setInterval(async () => {
  if (who() && idleMillis() > who().idleSeconds * 1000) {
    const still = await resume().catch(() => who())
    if (!still) { route(); toast(t('session-over'), 'bad') }
  }
}, LOOK)

resume().catch(e => toast(e.message, 'bad')).then(begin)
