// For administrators: persons, tokens, what is kept, and the audit trail.
import { ask, h, field, show, toast } from './dom.js'
import { t, known, time } from './words.js'
import { change, get, may, send, who } from './api.js'
import { form } from './sign-in.js'
import { keepingSections } from './keeping.js'

const READS = ['analyses:read', 'images:read', 'reports:read', 'reviews:read', 'subjects:read']
const ROLES = {
  reader: READS,
  technician: [...READS, 'analyses:write', 'subjects:write', 'reviews:write'],
}

export function adminView() {
  const people = h('section', { class: 'card' })
  const tokens = h('section', { class: 'card' })
  const audit = h('section', { class: 'card' })
  const trouble = e => toast(e.message, 'bad')

  const names = new Map()
  async function showPeople() {
    const { items } = await get('/v1/admin/accounts')
    items.forEach(person => names.set(uuid(person.accountId), person.name))
    show(people, h('h2', {}, t('admin.people')), table(['admin.name', 'admin.login', 'admin.role', 'admin.since', ''], items.map(person => [
      person.name, person.login, role(person.scopes), time(person.createdAt),
      person.closedAt ? t('admin.closed') : person.login === who().login ? '' : h('button', { class: 'plain', onclick: () =>
        change('DELETE', `/v1/admin/accounts/${person.accountId}`).then(showPeople).catch(trouble) }, t('admin.close')),
    ])), newPerson())
  }

  function newPerson() {
    return h('details', {}, h('summary', {}, t('admin.new')), form(t('admin.new'), '', [
      field(t('field.name'), h('input', { name: 'name', required: true, autocomplete: 'off' }), t('field.name.hint')),
      field(t('field.login'), h('input', { name: 'login', required: true, autocomplete: 'off' })),
      field(t('field.password'), h('input', { name: 'password', type: 'password', autocomplete: 'new-password' }), t('field.password.hint')),
      field(t('admin.role'), roles('technician'))], t('admin.make'), async data => {
      await change('POST', '/v1/admin/accounts', {
        name: data.get('name'), login: data.get('login'), password: data.get('password'),
        scopes: ROLES[data.get('role')] || who().scopes,
      })
      toast(t('admin.made'))
      await showPeople()
    }))
  }

  async function showTokens() {
    const { items } = await get('/v1/admin/tokens')
    items.forEach(token => names.set(uuid(token.tokenId), token.name))
    show(tokens, h('h2', {}, t('admin.tokens')), items.length === 0 ? h('p', { class: 'hint' }, t('admin.tokens.none')) : table(['admin.name', 'admin.until', ''], items.map(token => [
      token.name, time(token.expiresAt), token.revokedAt ? t('admin.revoked') : h('button', { class: 'plain', onclick: () =>
        change('DELETE', `/v1/admin/tokens/${token.tokenId}`).then(showTokens).catch(trouble) }, t('admin.revoke'))])), newToken())
  }

  /** A token is shown here, once. */
  function newToken() {
    return h('details', {}, h('summary', {}, t('admin.token')), form(t('admin.token'), '', [
      field(t('field.name'), h('input', { name: 'token', required: true, autocomplete: 'off' }), t('admin.token.hint')),
      field(t('admin.role'), roles('technician'))], t('admin.token.make'), async data => {
      const made = await change('POST', '/v1/admin/tokens', { name: data.get('token'), scopes: ROLES[data.get('role')] || who().scopes })
      await showTokens()
      await ask(t('admin.token.once'), h('input', { readonly: true, value: made.token, id: 'made', 'aria-label': t('admin.token.once') }),
        t('admin.token.copied'), t('cancel'))
    }))
  }

  async function showAudit() {
    const whole = await change('POST', '/v1/admin/audit/verify')
    const all = []
    for (let after = 0, some = 1000; some === 1000; after += 1000) {
      const lines = (await (await send('GET', `/v1/admin/audit.ndjson?after=${after}`)).text()).split('\n').filter(Boolean)
      all.push(...lines.map(line => JSON.parse(line)))
      some = lines.length
    }
    show(audit, h('h2', {}, t('admin.audit')),
      h('p', { class: whole.whole ? 'good' : 'trouble' }, whole.whole ? t('admin.whole') : t('admin.broken', { n: whole.firstBroken })),
      table(['admin.when', 'admin.actor', 'admin.act', 'admin.object', 'admin.outcome'], all.reverse().slice(0, 200).map(entry => [
        time(entry.at), names.get(entry.actor) ?? entry.actor, entry.action, entry.object, entry.outcome])))
  }

  async function showAll() {
    await showPeople()
    if (may('tokens:admin')) await showTokens()
    if (may('audit:read')) await showAudit()
  }
  showAll().catch(trouble)
  return h('div', {}, h('h1', {}, t('admin.title')), people, tokens, keepingSections(), audit)
}

const roles = usual => h('select', { name: 'role' }, [...Object.keys(ROLES), 'administrator'].map(name =>
  h('option', { value: name, selected: name === usual }, t(`role.${name}`))))

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'

/** The id behind a public one, as the audit trail spells it. */
function uuid(id) {
  const bits = [...id.slice(4)].reduce((all, digit) => all * 32n + BigInt(DIGITS.indexOf(digit)), 0n)
  return bits.toString(16).padStart(32, '0').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const role = scopes => (scopes.includes('accounts:admin') ? t('role.administrator')
  : scopes.includes('analyses:write') ? t('role.technician') : t('role.reader'))

/** A list under headings, whose keys they are. */
export function table(heads, rows) {
  return h('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': t(heads[0]) }, h('table', { class: 'list' },
    h('thead', {}, h('tr', {}, heads.map(key => (key ? h('th', { scope: 'col' }, t(key)) : h('td', {}))))),
    h('tbody', {}, rows.map(cells => h('tr', {}, cells.map(cell => h('td', {}, cell)))))))
}
