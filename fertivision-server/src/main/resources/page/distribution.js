// How the counted objects of a field are spread: bars that choose the objects behind them.
import { h, s, show } from './dom.js'
import { t, label, number, unit } from './words.js'

const BARS = 14
const WIDTH = 340
const HEIGHT = 130

export class Distribution {
  /** @param chosen hears the numbers of the objects behind a bar */
  constructor(chosen) {
    this.chosen = chosen
    this.measure = h('select', { 'aria-label': t('distribution.of') })
    this.measure.addEventListener('change', () => this.draw())
    this.chart = h('div', { class: 'chart' })
    this.element = h('div', {}, this.measure, this.chart)
  }

  show(items) {
    this.items = items.filter(item => !item.excluded)
    const codes = [...new Set(this.items.flatMap(item =>
      item.readings.filter(reading => typeof reading.value === 'number').map(reading => reading.code)))]
    const before = this.measure.value
    show(this.measure, codes.map(code => h('option', { value: code, selected: code === before }, label(code))))
    this.element.hidden = codes.length === 0
    this.draw()
  }

  draw() {
    const found = this.items.map(item => ({ id: item.id, reading: item.readings.find(r => r.code === this.measure.value) }))
      .filter(one => one.reading && typeof one.reading.value === 'number')
    if (!found.length) {
      show(this.chart, h('p', { class: 'hint' }, t('distribution.none')))
      return
    }
    const values = found.map(one => one.reading.value)
    const low = Math.min(...values)
    const step = (Math.max(...values) - low) / BARS || 1
    const bars = Array.from({ length: BARS }, () => [])
    found.forEach(one => bars[Math.min(BARS - 1, Math.floor((one.reading.value - low) / step))].push(one.id))
    const most = Math.max(...bars.map(bar => bar.length))
    const name = unit(found[0].reading.unit)
    const width = WIDTH / BARS
    show(this.chart, s('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT + 22}`, role: 'group', 'aria-label': label(this.measure.value) },
      bars.map((ids, i) => this.bar(ids, i, { low, step, most, name, width })),
      s('line', { x1: 0, x2: WIDTH, y1: HEIGHT, y2: HEIGHT, class: 'axis' }),
      [[0, 'start'], [0.5, 'middle'], [1, 'end']].map(([share, anchor]) =>
        s('text', { x: share * WIDTH, y: HEIGHT + 17, 'text-anchor': anchor }, `${number(low + share * step * BARS, 3)} ${share === 1 ? name : ''}`))))
  }

  bar(ids, i, { low, step, most, name, width }) {
    if (!ids.length) return null
    const height = HEIGHT * ids.length / most
    const words = t('distribution.bar', { n: ids.length, from: number(low + i * step, 3), to: number(low + (i + 1) * step, 3), unit: name })
    const press = event => {
      if (event.type === 'click' || event.key === 'Enter' || event.key === ' ') {
        event.preventDefault()
        this.chart.querySelectorAll('.on').forEach(bar => bar.classList.remove('on'))
        event.currentTarget.classList.add('on')
        this.chosen(ids)
      }
    }
    return s('rect', { x: i * width + 1, y: HEIGHT - height, width: width - 2, height, class: 'bar', tabindex: 0, role: 'button',
      'aria-label': words, onclick: press, onkeydown: press }, s('title', {}, words))
  }
}
