// How sharp and how well lit the pictures of each microscope were over time.
import { h, s, field, show } from './dom.js'
import { t, known, number, time } from './words.js'
import { get, once } from './api.js'

const MOST = 200
const WIDTH = 900
const HEIGHT = 180
const EDGE = 60

export function trendCard() {
  const kind = h('select', { id: 'trend-kind' })
  const microscope = h('select', { id: 'trend-microscope', 'aria-label': t('field.profile') })
  const charts = h('div', { id: 'trend' })
  let runs = []

  async function load(event) {
    event?.preventDefault()
    try {
      const page = await get(`/v1/picture-quality?${new URLSearchParams({ kind: kind.value, limit: MOST })}`)
      runs = page.items.reverse()
      const names = [...new Set(runs.map(run => run.microscope ?? ''))].sort()
      show(microscope, names.map(name => h('option', { value: name }, name || t('trend.unnamed'))))
      draw()
    } catch (e) {
      show(charts, h('p', { class: 'trouble' }, e.message))
    }
  }

  function draw() {
    const own = runs.filter(run => (run.microscope ?? '') === microscope.value)
    const unusable = own.filter(run => run.fields.some(one => !one.usable)).length
    show(charts, own.length === 0 ? h('p', { class: 'hint' }, t('history.none')) : [
      chart('focus', own, ' px', one => one.focus), chart('exposure', own, ' %', one => one.exposure * 100),
      unusable ? h('p', { class: 'trouble' }, t('trend.unusable', { n: unusable })) : null])
  }

  microscope.addEventListener('change', draw)
  once('/v1/kinds').then(({ items }) => kind.append(...items.map(one => h('option', { value: one.kind }, known(`kind.${one.kind}`, one.title)))))
  return h('section', { class: 'card', id: 'trends' }, h('h2', {}, t('trend.title')), h('p', { class: 'hint' }, t('trend.lead')),
    h('form', { class: 'filter', onsubmit: load }, field(t('field.kind'), kind), h('button', { type: 'submit', class: 'main' }, t('control.show'))),
    microscope, charts)
}

/** Each analysis as the span and the middle of its fields; a point leads to it. */
function chart(name, runs, unit, value) {
  const points = runs.map(run => ({ run, values: run.fields.map(value).filter(one => typeof one === 'number').sort((a, b) => a - b) })).filter(point => point.values.length)
  if (!points.length) return h('p', { class: 'hint' }, t('trend.none', { what: t(`trend.${name}`) }))
  const all = points.flatMap(point => point.values)
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const y = one => HEIGHT - 20 - (HEIGHT - 40) * (high > low ? (one - low) / (high - low) : 0.5)
  const x = i => EDGE + 10 + (WIDTH - EDGE - 24) * (points.length > 1 ? i / (points.length - 1) : 0.5)
  const middle = values => values[Math.floor((values.length - 1) / 2)]
  return h('figure', {}, h('figcaption', {}, t(`trend.${name}`)),
    s('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'group', class: 'plot', 'aria-label': t('trend.chart', { what: t(`trend.${name}`), n: points.length }) },
      [...new Set([low, high])].map(one => [s('line', { x1: EDGE, x2: WIDTH, y1: y(one), y2: y(one), class: 'sd' }), s('text', { x: 2, y: y(one) + 4 }, number(one, 3) + unit)]),
      s('polyline', { points: points.map((point, i) => `${x(i)},${y(middle(point.values))}`).join(' '), class: 'runs' }),
      points.map(({ run, values }, i) => s('a', { href: `#analysis/${run.analysis}`, 'aria-label': time(run.createdAt) },
        s('line', { x1: x(i), x2: x(i), y1: y(values[0]), y2: y(values.at(-1)), class: 'runs' }),
        s('circle', { cx: x(i), cy: y(middle(values)), r: 5, class: run.fields.every(one => one.usable) ? 'run' : 'run bad' },
          s('title', {}, `${time(run.createdAt)}: ${number(middle(values), 3)}${unit}`))))))
}
