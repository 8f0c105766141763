// One object: what it looks like, what was measured of it, what it is called or why it does not count.
import { h, show } from './dom.js'
import { PREVIEW, TILE } from './picture.js'
import { t, called, known, label, number, unit } from './words.js'

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
    const measured = item.readings.filter(reading => !reading.notMeasured)
    const margins = measured.filter(reading => reading.code.endsWith('Margin'))
    const row = reading => h('tr', {}, h('th', { scope: 'row' }, label(reading.code)), h('td', { class: 'figure' }, `${number(reading.value)} ${unit(reading.unit)}`))
    show(this.element,
      h('div', { class: 'item-head' }, this.crop,
        h('div', {}, h('h3', {}, t('object.number', { n: item.id })),
          item.excluded
            ? h('p', { class: 'why' }, t('excluded.as', { why: known(`why.${item.excluded}`, item.excluded) }), item.exclusionDetail ? `: ${item.exclusionDetail}` : '')
            : h('p', {}, item.labels.map(one => h('span', { class: 'tag' }, called(one, item.labels),
              one.confidence === undefined ? '' : ` ${number(one.confidence * 100, 2)} %`))),
          h('p', { class: 'hint' }, t('object.place', { x: number(item.center[0]), y: number(item.center[1]) })))),
      h('table', {}, h('tbody', {}, margins.map(row), measured.filter(reading => !margins.includes(reading)).map(row))),
      missing.length ? h('details', {}, h('summary', {}, t('missing', { n: missing.length })),
        h('dl', {}, missing.map(reading => [h('dt', {}, label(reading.code)), h('dd', {}, reading.notMeasured)]))) : null,
      this.result.review.acts(item))
    crop(this.result.picture, item, this.crop)
  }
}

/** Copies what is around an object of a picture into another canvas. */
function crop(picture, item, into) {
  const side = Math.max(item.box[2], item.box[3], 8) * 1.6
  const [cx, cy] = item.center
  const context = into.getContext('2d')
  context.fillStyle = '#000'
  context.fillRect(0, 0, into.width, into.height)
  const zoom = into.width / side
  context.setTransform(zoom, 0, 0, zoom, into.width / 2 - cx * zoom, into.height / 2 - cy * zoom)
  const fine = Math.max(picture.width, picture.height) > PREVIEW
  const draw = () => {
    if (picture.preview.ready) context.drawImage(picture.preview, 0, 0, picture.width, picture.height)
    if (fine) {
      for (let row = tileOf(cy - side / 2); row <= tileOf(Math.min(picture.height - 1, cy + side / 2)); row++) {
        for (let column = tileOf(cx - side / 2); column <= tileOf(Math.min(picture.width - 1, cx + side / 2)); column++) {
          const tile = picture.tile(0, column, row)
          if (tile.ready) context.drawImage(tile, column * TILE, row * TILE)
          else tile.addEventListener('seen', draw, { once: true })
        }
      }
    }
  }
  draw()
  if (!picture.preview.ready) picture.preview.addEventListener('seen', draw, { once: true })
}

const tileOf = place => Math.max(0, Math.floor(place / TILE))
