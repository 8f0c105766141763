// For administrators: how much was measured and is kept, for how long, what stands at the head of reports, and other
// clinics of the same server.
import { ask, h, field, show, toast } from './dom.js'
import { t, known, number } from './words.js'
import { change, get, may, send } from './api.js'
import { form } from './sign-in.js'
import { table } from './admin.js'

const trouble = e => toast(e.message, 'bad')
const MIB = 1 << 20

/** The sections that the person may see. */
export function keepingSections() {
  return [may('retention:admin') ? usage() : null, may('retention:admin') ? retention() : null, may('accounts:admin') ? letterhead() : null, may('tenants:admin') ? tenants() : null]
}

function usage() {
  const section = h('section', { class: 'card', id: 'usage' })
  get('/v1/admin/usage').then(used => show(section, h('h2', {}, t('usage.title')),
    h('p', {}, t('usage.kept', { analyses: number(used.analyses, 9), images: number(used.images, 9), size: number(used.bytes / MIB, 3), deleted: number(used.deleted, 9) })),
    used.months.length ? table(['usage.month', 'field.kind', 'usage.analyses', 'usage.succeeded', 'usage.failed'], used.months.map(one =>
      [one.month, known(`kind.${one.kind}`, one.kind), number(one.analyses, 9), number(one.succeeded, 9), number(one.failed, 9)])) : null)).catch(trouble)
  return section
}

function retention() {
  const section = h('section', { class: 'card', id: 'retention' })
  const analyses = h('input', { name: 'analysisDays', inputmode: 'numeric', autocomplete: 'off' })
  const keys = h('input', { name: 'idempotencyDays', inputmode: 'numeric', autocomplete: 'off' })
  const told = h('p', { id: 'due', role: 'status' })
  const keep = h('button', { type: 'submit', class: 'main', disabled: true }, t('retention.keep'))

  /** Of a field: whole days, or null for no end, which only an empty field means. */
  function days(input) {
    const text = input.value.trim()
    if (text && !/^[0-9]+$/.test(text)) {
      input.focus()
      throw new Error(t('retention.wrong', { text }))
    }
    return text ? Number(text) : null
  }

  async function look() {
    const now = await get('/v1/admin/retention')
    analyses.value = now.analysisDays ?? ''
    keys.value = now.idempotencyDays ?? ''
    keep.disabled = false
  }

  async function set(event) {
    event.preventDefault()
    try {
      await change('PUT', '/v1/admin/retention', { analysisDays: days(analyses), idempotencyDays: days(keys) })
      toast(t('retention.set'))
    } catch (e) {
      toast(e.document?.errors?.[0]?.detail ?? e.message, 'bad')
    }
  }

  async function run(dryRun) {
    try {
      if (!dryRun && !await ask(t('retention.run'), h('p', {}, t('retention.ask')), t('retention.run'), t('cancel'))) return
      const went = await change('POST', `/v1/admin/retention/run?dryRun=${dryRun}`)
      told.textContent = t(dryRun ? 'retention.due' : 'retention.went', {
        expired: number(went.expired, 9), analyses: number(went.analyses, 9), images: number(went.images, 9), held: number(went.held, 9),
      })
    } catch (e) {
      trouble(e)
    }
  }

  look().catch(trouble)
  return show(section, h('h2', {}, t('retention.title')), h('p', { class: 'hint' }, t('retention.lead')),
    h('form', { class: 'filter', onsubmit: set }, field(t('retention.analyses'), analyses, t('retention.none')), field(t('retention.keys'), keys, t('retention.none')), keep),
    h('div', { class: 'actions' }, h('button', { type: 'button', class: 'plain', id: 'dry-run', onclick: () => run(true) }, t('retention.look')),
      h('button', { type: 'button', class: 'plain', id: 'run', onclick: () => run(false) }, t('retention.run'))), told)
}

function letterhead() {
  const section = h('section', { class: 'card', id: 'letterhead' })
  const text = h('textarea', { name: 'lines', rows: 5, autocomplete: 'off' })
  const keep = h('button', { type: 'submit', class: 'main', disabled: true }, t('letterhead.keep'))
  const theirs = h('p', { class: 'hint', id: 'letterhead-theirs' })
  const path = '/v1/admin/letterhead'
  let tag = null

  /** Shows the letterhead of an answer, which the next one is put in place of. */
  async function take(answer) {
    const { lines } = await answer.json()
    tag = answer.headers.get('ETag')
    text.value = lines.join('\n')
    theirs.textContent = ''
    return lines
  }

  async function set(event) {
    event.preventDefault()
    try {
      const lines = text.value.split('\n').map(line => line.trim()).filter(Boolean)
      const kept = await take(await send('PUT', path, { json: { lines }, headers: { 'If-Match': tag } }))
      toast(t(kept.length ? 'letterhead.set' : 'letterhead.none'))
    } catch (e) {
      if (e.status === 412) await outrun().catch(trouble)
      else toast(e.document?.errors?.[0]?.detail ?? e.message, 'bad')
    }
  }

  /** Shows what somebody else set beside what the person wrote, which may take its place from now on. */
  async function outrun() {
    const answer = await send('GET', path)
    const { lines } = await answer.json()
    tag = answer.headers.get('ETag')
    theirs.textContent = t('letterhead.theirs', { lines: lines.join(' | ') || '–' })
    toast(t('letterhead.faster'), 'bad')
  }

  send('GET', path).then(take).then(() => { keep.disabled = false }).catch(trouble)
  return show(section, h('h2', {}, t('letterhead.title')),
    h('form', { class: 'filter', onsubmit: set }, field(t('letterhead.lines'), text, t('letterhead.lead')), keep), theirs)
}

function tenants() {
  const section = h('section', { class: 'card', id: 'tenants' })
  async function look() {
    const { items } = await get('/v1/admin/tenants')
    show(section, h('h2', {}, t('tenants.title')), table(['admin.name', 'history.id'], items.map(one => [one.name, one.tenant])),
      h('details', {}, h('summary', {}, t('tenants.new')), form(t('tenants.new'), t('tenants.lead'), [
        field(t('field.name'), h('input', { name: 'tenant', required: true, autocomplete: 'off', maxlength: 200 }))], t('tenants.make'), async data => {
        const made = await change('POST', '/v1/admin/tenants', { name: data.get('tenant') })
        await look()
        await ask(t('admin.token.once'), h('input', { readonly: true, value: made.token, id: 'made', 'aria-label': t('admin.token.once') }), t('admin.token.copied'), t('cancel'))
      })))
  }
  look().catch(trouble)
  return section
}
