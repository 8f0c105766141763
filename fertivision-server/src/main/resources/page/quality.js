// Quality control: one control sample over time (Levey-Jennings), whether two counts of one sample agree, readers, pictures.
import { h, s, field, show, toast } from './dom.js'
import { t, known, label, number, time, unit, written } from './words.js'
import { change, get, may, once } from './api.js'
import { readersCard } from './readers.js'
import { trendCard } from './trend.js'

const FIRST = 20
const SHOWN = 200
const EARLY = 40
const MOST_PAGES = 50
const WIDTH = 900
const HEIGHT = 260
const EDGE = 46
const Z = 1.96

/** Whether two counts of one sample agree: |a - b| is at most 1.96 times the root of a + b. */
export function countsAgree(a, b) {
  const limit = Z * Math.sqrt(a + b)
  return { difference: Math.abs(a - b), limit, agree: Math.abs(a - b) <= limit }
}

/** Whether two percentages of n cells each agree: |p - q| is at most 1.96 times the root of 2 m (100 - m) / n. */
export function sharesAgree(p, q, n) {
  const mean = (p + q) / 2
  const limit = Z * Math.sqrt(2 * mean * (100 - mean) / n)
  return { difference: Math.abs(p - q), limit, agree: Math.abs(p - q) <= limit }
}

/** Mean and standard deviation of the first runs, and the runs that break a rule: 1-3s, 2-2s, R-4s, 10 on one side. */
export function judged(values, first = values.slice(0, FIRST)) {
  const mean = first.reduce((sum, value) => sum + value, 0) / first.length
  const sd = Math.sqrt(first.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (first.length - 1))
  const z = values.map(value => (value - mean) / sd)
  const rules = z.map((now, i) => {
    const before = z[i - 1]
    const ten = z.slice(Math.max(0, i - 9), i + 1)
    return [
      Math.abs(now) > 3 ? '1-3s' : '',
      i > 0 && Math.abs(now) > 2 && Math.abs(before) > 2 && now * before > 0 ? '2-2s' : '',
      i > 0 && Math.max(now, before) > 2 && Math.min(now, before) < -2 ? 'R-4s' : '',
      ten.length === 10 && (ten.every(one => one > 0) || ten.every(one => one < 0)) ? '10x' : '',
    ].filter(Boolean)
  })
  return { mean, sd, z, rules }
}

export function qualityView() {
  return h('div', {}, h('h1', {}, t('quality.title')), control(), repeats(),
    may('reviews:read') && may('reports:read') ? readersCard() : null, may('reports:read') ? trendCard() : null)
}

function control() {
  const sample = h('input', { id: 'control', autocomplete: 'off', required: true })
  const kind = h('select', { id: 'control-kind' })
  const measure = h('select', { id: 'control-measure', 'aria-label': t('measure.name') })
  const chart = h('div', { id: 'levey-jennings' })
  let runs = { early: [], shown: [] }
  once('/v1/kinds').then(({ items }) => kind.append(...items.map(one =>
    h('option', { value: one.kind }, known(`kind.${one.kind}`, one.title)))))
  measure.addEventListener('change', () => draw(runs, measure.value, chart))

  async function load(event) {
    event.preventDefault()
    try {
      const subject = await change('POST', '/v1/subjects/lookup', { externalId: sample.value.trim() })
      runs = await measured(subject.id, kind.value)
      const codes = [...new Set(runs.shown.flatMap(run => run.summary.filter(r => typeof r.value === 'number').map(r => r.code)))]
      show(measure, codes.map(code => h('option', { value: code }, label(code))))
      draw(runs, measure.value, chart)
    } catch (e) {
      show(chart, h('p', { class: 'trouble' }, e.status === 404 ? t('history.nobody') : e.message))
    }
  }
  return h('section', { class: 'card' }, h('h2', {}, t('control.title')), h('p', { class: 'hint' }, t('control.lead')),
    h('form', { class: 'filter', onsubmit: load }, field(t('control.sample'), sample, t('control.sample.hint')), field(t('field.kind'), kind),
      h('button', { type: 'submit', class: 'main' }, t('control.show'))), measure, chart)
}

/**
 * The results of a control sample, oldest first, as they stand now: the newest that are shown, and the oldest, of which the
 * limits are; how many there are in all, and whether even older ones were not looked for.
 */
async function measured(subject, kind) {
  const done = []
  let cursor = null
  let pages = 0
  do {
    const query = new URLSearchParams({ subjectId: subject, kind, limit: SHOWN, ...(cursor ? { cursor } : {}) })
    const page = await get(`/v1/analyses?${query}`)
    done.push(...page.items.filter(item => item.status === 'succeeded' && item.review?.state !== 'rejected'))
    cursor = page.nextCursor ?? null
    pages++
  } while (cursor && pages < MOST_PAGES)
  done.reverse()
  const shown = await read(done.slice(-SHOWN))
  return { shown, early: done.length > SHOWN ? await read(done.slice(0, EARLY)) : shown, all: done.length, older: Boolean(cursor) }
}

async function read(done) {
  const runs = []
  for (const item of done) {
    const report = await get(`/v1/analyses/${item.id}/report.json?version=${item.review?.version ?? 0}`)
    runs.push({ id: item.id, at: item.createdAt, summary: report.summary })
  }
  return runs
}

function draw(runs, code, chart) {
  const readings = some => some.map(run => ({ run, reading: run.summary.find(r => r.code === code && typeof r.value === 'number') })).filter(p => p.reading)
  const points = readings(runs.shown)
  const first = readings(runs.early).slice(0, FIRST)
  if (Math.min(points.length, first.length) < 3) {
    show(chart, h('p', { class: 'hint' }, t('control.few', { n: Math.min(points.length, first.length) })))
    return
  }
  const name = unit(points[0].reading.unit)
  const { mean, sd, z, rules } = judged(points.map(p => p.reading.value), first.map(p => p.reading.value))
  const broken = rules.filter(rule => rule.length).length
  const y = value => HEIGHT / 2 - Math.max(-4, Math.min(4, value)) * HEIGHT / 8.4
  const x = i => EDGE + (WIDTH - EDGE - 12) * (points.length > 1 ? i / (points.length - 1) : 0.5)
  show(chart,
    h('p', {}, t('control.mean', { mean: number(mean), sd: number(sd, 3), unit: name, n: first.length }), ' ',
      h('strong', { class: broken ? 'trouble' : 'good' }, broken ? t('control.broken', { n: broken }) : t('control.held'))),
    first.length < FIRST ? h('p', { class: 'hint' }, t('control.early', { n: FIRST })) : null,
    runs.all > SHOWN ? h('p', { class: 'hint' }, t('control.newest', { shown: SHOWN, all: runs.all, from: time(first[0].run.at), to: time(first.at(-1).run.at) })) : null,
    runs.older ? h('p', { class: 'trouble' }, t('control.older', { n: MOST_PAGES * SHOWN })) : null,
    s('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'group', 'aria-label': t('control.chart', { measure: label(code), n: points.length }) },
      [-3, -2, -1, 0, 1, 2, 3].map(k => [
        s('line', { x1: EDGE, x2: WIDTH, y1: y(k), y2: y(k), class: `sd sd${Math.abs(k)}` }),
        s('text', { x: 2, y: y(k) + 4 }, k === 0 ? 'x̄' : `${k > 0 ? '+' : '−'}${Math.abs(k)} SD`)]),
      s('polyline', { points: z.map((value, i) => `${x(i)},${y(value)}`).join(' '), class: 'runs' }),
      z.map((value, i) => s('a', { href: `#analysis/${points[i].run.id}`, 'aria-label': time(points[i].run.at) },
        s('circle', { cx: x(i), cy: y(value), r: 6, class: rules[i].length ? 'run bad' : 'run' },
          s('title', {}, `${time(points[i].run.at)}: ${number(points[i].reading.value)} ${name} ${rules[i].join(', ')}`))))),
    broken ? h('ul', {}, rules.map((rule, i) => (rule.length ? h('li', {},
      h('a', { href: `#analysis/${points[i].run.id}` }, time(points[i].run.at)), ` ${rule.map(one => t(`rule.${one}`)).join(', ')}`) : null))) : null)
}

function repeats() {
  const first = h('input', { id: 'first', inputmode: 'decimal', autocomplete: 'off' })
  const second = h('input', { id: 'second', inputmode: 'decimal', autocomplete: 'off' })
  const cells = h('input', { id: 'cells', inputmode: 'numeric', autocomplete: 'off' })
  const said = h('p', { id: 'agree', role: 'status' })
  function judge(event) {
    event.preventDefault()
    const [a, b] = [written(first.value), written(second.value)]
    const n = cells.value.trim() ? written(cells.value) : 0
    if (!(a >= 0 && b >= 0) || (n && !(n > 0 && a <= 100 && b <= 100))) {
      toast(t('repeat.wrong'), 'bad')
      return
    }
    const { difference, limit, agree } = n ? sharesAgree(a, b, n) : countsAgree(a, b)
    said.className = agree ? 'good' : 'trouble'
    said.textContent = t(agree ? 'repeat.agree' : 'repeat.differ', { difference: number(difference, 3), limit: number(limit, 3) })
  }
  return h('section', { class: 'card', id: 'repeats' }, h('h2', {}, t('repeat.title')), h('p', { class: 'hint' }, t('repeat.lead')),
    h('form', { class: 'filter', onsubmit: judge }, field(t('repeat.first'), first), field(t('repeat.second'), second),
      field(t('repeat.cells'), cells, t('repeat.cells.hint')), h('button', { type: 'submit', class: 'main' }, t('repeat.judge'))), said)
}
