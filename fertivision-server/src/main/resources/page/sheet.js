// Fields beside one another, each with its objects; pressing an object opens its field.
import { h, show } from './dom.js'
import { t } from './words.js'
import { Picture } from './picture.js'

const MOST = 12

export class Sheet {
  constructor(result) {
    this.result = result
    this.pictures = []
    this.element = h('div', { class: 'sheet', hidden: true })
  }

  toggle() {
    if (this.element.hidden) this.open()
    else this.close()
    return !this.element.hidden
  }

  open() {
    const { report, path, terms, partNames } = this.result
    this.element.hidden = false
    show(this.element, report.fields.slice(0, MOST).map((seen, i) => {
      const canvas = h('canvas', { role: 'img', 'aria-label': t('field.short', { n: i + 1 }) })
      const picture = new Picture(canvas, item => { this.result.open(i); this.result.choose(item, true) })
      this.pictures.push(picture)
      picture.hidden = new Set([...this.result.picture.hidden, 'numbers'])
      picture.pointed = this.result.pointedIn(i)
      picture.open(`${path}fields/${i}/`, seen.width, seen.height, report.items.filter(item => item.field === i).map(item => ({ ...item })), terms, partNames)
      return h('figure', {}, canvas, h('figcaption', {}, t('field.short', { n: i + 1 })))
    }), report.fields.length > MOST ? h('p', { class: 'hint' }, t('compare.some', { n: MOST, all: report.fields.length })) : null)
  }

  close() {
    this.pictures.forEach(picture => picture.close())
    this.pictures = []
    this.element.hidden = true
    show(this.element)
  }
}
