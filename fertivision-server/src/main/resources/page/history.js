// What was measured: newest first, by kind, by patient, page by page.
import { h, field, show, toast } from './dom.js'
import { t, known, time } from './words.js'
import { change, get, may, once } from './api.js'

const PAGE = 25

export function historyView() {
  const kind = h('select', { id: 'filter-kind' }, h('option', { value: '' }, t('history.all')))
  const text = h('input', { type: 'search', id: 'search', autocomplete: 'off' })
  const rows = h('tbody')
  const more = h('button', { type: 'button', class: 'plain', hidden: true }, t('history.more'))
  const none = h('p', { class: 'hint', role: 'status' })
  let cursor = null
  let subject = null

  async function load(again) {
    if (again) {
      cursor = null
      show(rows)
    }
    const query = new URLSearchParams({ limit: PAGE })
    if (kind.value) query.set('kind', kind.value)
    if (subject) query.set('subjectId', subject)
    if (cursor) query.set('cursor', cursor)
    try {
      const page = await get(`/v1/analyses?${query}`)
      cursor = page.nextCursor ?? null
      rows.append(...page.items.map(row))
      more.hidden = !cursor
      none.textContent = rows.children.length ? '' : t('history.none')
    } catch (e) {
      toast(e.message, 'bad')
    }
  }

  function row(item) {
    return h('tr', {},
      h('td', {}, h('a', { href: `#analysis/${item.id}` }, time(item.createdAt))),
      h('td', {}, known(`kind.${item.kind}`, item.kind), item.demo ? h('strong', { class: 'demo' }, ` ${t('demo.short')}`) : null),
      h('td', {}, h('span', { class: `state ${item.status}` }, t(`status.${item.status}`))),
      h('td', {}, item.review ? h('span', { class: `state ${item.review.state}` }, t(`review.${item.review.state}`)) : ''),
      h('td', { class: 'id' }, item.id))
  }

  /** An analysis's own number leads to it; everything else is a patient's number in the clinic. */
  async function search(event) {
    event.preventDefault()
    const wanted = text.value.trim()
    subject = null
    if (/^ana_[0-9a-z]{26}$/.test(wanted)) {
      location.hash = `#analysis/${wanted}`
      return
    }
    if (wanted) {
      try {
        subject = (await change('POST', '/v1/subjects/lookup', { externalId: wanted })).id
      } catch (e) {
        show(rows)
        more.hidden = true
        none.textContent = e.status === 404 ? t('history.nobody') : e.message
        return
      }
    }
    load(true)
  }

  kind.addEventListener('change', () => load(true))
  more.addEventListener('click', () => load(false))
  once('/v1/kinds').then(({ items }) => kind.append(...items.map(one =>
    h('option', { value: one.kind }, known(`kind.${one.kind}`, one.title)))))
  load(true)
  const heads = ['history.when', 'history.kind', 'history.status', 'history.review', 'history.id']
  return h('div', {}, h('h1', {}, t('history.title')),
    h('form', { class: 'card filter', role: 'search', onsubmit: search },
      field(t('history.kind'), kind),
      may('subjects:read') ? field(t('history.search'), text, t('history.search.hint')) : null,
      h('button', { type: 'submit', class: 'main' }, t('history.find'))),
    h('section', { class: 'card' }, h('div', { class: 'scroll' },
      h('table', { class: 'list' }, h('thead', {}, h('tr', {}, heads.map(key => h('th', { scope: 'col' }, t(key))))), rows)), none, more))
}
