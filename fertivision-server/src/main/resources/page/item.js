// One object: what it looks like, what was measured of it, what it is called or why it does not count.
import { h, show } from './dom.js'
import { t, known, label, named, number, unit } from './words.js'

const SIDE = 176

export class ItemCard {
  constructor(result) {
    this.result = result
    this.crop = h('canvas', { class: 'crop', width: SIDE, height: SIDE, role: 'img', 'aria-label': t('crop') })
    this.element = h('div', { class: 'item' }, h('p', { class: 'hint' }, t('object.none')))
  }

  show(item) {
    if (!item) {
      show(this.element, h('p', { class: 'hint' }, t('object.none')))
      return
    }
    const missing = item.readings.filter(reading => reading.notMeasured)
    show(this.element,
      h('div', { class: 'item-head' }, this.crop,
        h('div', {}, h('h3', {}, t('object.number', { n: item.id })),
          item.excluded
            ? h('p', { class: 'why' }, t('excluded.as', { why: known(`why.${item.excluded}`, item.excluded) }), item.exclusionDetail ? `: ${item.exclusionDetail}` : '')
            : h('p', {}, item.labels.map(one => h('span', { class: 'tag' }, named(one.term),
              one.confidence === undefined ? '' : ` ${number(one.confidence * 100, 2)} %`))),
          h('p', { class: 'hint' }, t('object.place', { x: number(item.center[0]), y: number(item.center[1]) })))),
      h('table', {}, h('tbody', {}, item.readings.filter(reading => !reading.notMeasured).map(reading =>
        h('tr', {}, h('th', { scope: 'row' }, label(reading.code)), h('td', { class: 'figure' }, `${number(reading.value)} ${unit(reading.unit)}`))))),
      missing.length ? h('details', {}, h('summary', {}, t('missing', { n: missing.length })),
        h('dl', {}, missing.map(reading => [h('dt', {}, label(reading.code)), h('dd', {}, reading.notMeasured)]))) : null,
      this.result.review.acts(item))
    this.result.picture.crop(item, this.crop)
  }
}
