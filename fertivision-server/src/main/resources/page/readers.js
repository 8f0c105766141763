// Two readers compared: how far their values lie apart (Bland-Altman), how far their words agree (kappa).
import { h, s, field, show } from './dom.js'
import { t, known, label, named, number, unit } from './words.js'
import { change, get, once } from './api.js'

const WIDTH = 900
const HEIGHT = 300
const EDGE = 60

export function readersCard() {
  const kind = h('select', { id: 'readers-kind' })
  const first = h('select', { id: 'reader-first' })
  const second = h('select', { id: 'reader-second' })
  const what = h('select', { id: 'readers-what' })
  const found = h('div', { id: 'agreement', role: 'status' })
  let kinds = []

  async function choose() {
    const { items } = await get(`/v1/readers?${new URLSearchParams({ kind: kind.value })}`)
    const persons = items.map(one => h('option', { value: one.name }, t('readers.person', { name: one.name, n: one.analyses })))
    show(first, h('option', { value: '' }, t('readers.measured')), persons.map(one => one.cloneNode(true)))
    show(second, persons)
    const asked = kinds.find(one => one.kind === kind.value)
    show(what, (asked?.labels ?? []).map(system => h('option', { value: `label ${system}` }, t('readers.words', { system: known(`system.${system}`, system) }))),
      (asked?.measures ?? []).map(code => h('option', { value: `code ${code}` }, label(code))))
    show(found, items.length ? null : h('p', { class: 'hint' }, t('readers.nobody')))
  }

  async function compare(event) {
    event.preventDefault()
    const [by, name] = what.value.split(' ')
    const asked = { kind: kind.value, second: second.value, [by]: name, ...(first.value ? { first: first.value } : {}) }
    try {
      const agreement = await change('POST', '/v1/agreements', asked)
      show(found, by === 'code' ? differences(agreement) : words(agreement), leftOut(agreement.unpaired))
    } catch (e) {
      show(found, h('p', { class: 'trouble' }, e.message))
    }
  }

  const trouble = e => show(found, h('p', { class: 'trouble' }, e.message))
  kind.addEventListener('change', () => choose().catch(trouble))
  once('/v1/kinds').then(({ items }) => {
    kinds = items
    kind.append(...items.map(one => h('option', { value: one.kind }, known(`kind.${one.kind}`, one.title))))
    return choose()
  }).catch(trouble)
  return h('section', { class: 'card', id: 'readers' }, h('h2', {}, t('readers.title')), h('p', { class: 'hint' }, t('readers.lead')),
    h('form', { class: 'filter', onsubmit: compare }, field(t('field.kind'), kind), field(t('readers.first'), first),
      field(t('readers.second'), second), field(t('readers.what'), what), h('button', { type: 'submit', class: 'main' }, t('readers.compare'))), found)
}

const estimate = ({ value, ci95 }, name = '') => `${number(value, 3)}${name ? ` ${name}` : ''} (${number(ci95[0], 3)} – ${number(ci95[1], 3)})`

function differences(found) {
  const name = unit(found.unit)
  const rows = [['bias', found.bias], ['lower', found.lowerLimit], ['upper', found.upperLimit], ['icc', found.icc21], ['concordance', found.concordance]]
  return [h('p', {}, h('strong', {}, label(found.code)), `, n = ${number(found.n)}`), plot(found, name),
    h('table', {}, h('tbody', {}, rows.map(([key, one], i) =>
      h('tr', {}, h('th', { scope: 'row' }, t(`readers.${key}`)), h('td', { class: 'figure' }, estimate(one, i < 3 ? name : ''))))))]
}

/** Differences over means, with the bias and the limits of agreement; a point leads to its analysis. */
function plot(found, name) {
  const points = found.pairs.map(pair => ({ pair, mean: (pair.a + pair.b) / 2, difference: pair.a - pair.b }))
  const means = points.map(point => point.mean)
  const heights = [...points.map(point => point.difference), found.lowerLimit.value, found.upperLimit.value, 0]
  const scale = (values, from, to) => {
    const [low, high] = [Math.min(...values), Math.max(...values)]
    return value => from + (to - from) * (high > low ? (value - low) / (high - low) : 0.5)
  }
  const x = scale(means, EDGE + 20, WIDTH - 20)
  const y = scale(heights, HEIGHT - 40, 20)
  return s('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'group', class: 'plot', 'aria-label': t('readers.plot', { measure: label(found.code), n: found.n }) },
    [[found.bias.value, 'sd0'], [found.lowerLimit.value, 'sd2'], [found.upperLimit.value, 'sd2'], [0, 'sd1']].map(([value, kind]) => [
      s('line', { x1: EDGE, x2: WIDTH, y1: y(value), y2: y(value), class: `sd ${kind}` }),
      s('text', { x: 2, y: y(value) + 4 }, number(value, 3))]),
    s('text', { x: EDGE + 20, y: HEIGHT - 8 }, `${t('readers.mean')}: ${number(Math.min(...means), 3)} – ${number(Math.max(...means), 3)} ${name}`),
    points.map(({ pair, mean, difference }) => s('a', { href: `#analysis/${pair.name}`, 'aria-label': `${number(pair.a)}, ${number(pair.b)} ${name}` },
      s('circle', { cx: x(mean), cy: y(difference), r: 6, class: 'run' }, s('title', {}, `${number(pair.a)} / ${number(pair.b)} ${name}`)))))
}

function words(found) {
  return [h('p', {}, h('strong', {}, t('readers.kappa', { kappa: estimate(found.kappa) })), ' ', t('readers.same', { same: number(found.same, 9), n: number(found.n, 9) })),
    h('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': t('readers.table') }, h('table', { class: 'confusion' },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('readers.table')), found.terms.map(term => h('th', { scope: 'col' }, named(term))))),
      h('tbody', {}, found.confusion.map((row, i) => h('tr', {}, h('th', { scope: 'row' }, named(found.terms[i])),
        row.map(count => h('td', { class: 'figure' }, number(count, 9))))))))]
}

const leftOut = unpaired => (unpaired.length ? h('details', {}, h('summary', {}, t('readers.unpaired', { n: unpaired.length })),
  h('ul', {}, unpaired.map(one => h('li', {}, `${one.name}: ${one.reason}`)))) : null)
