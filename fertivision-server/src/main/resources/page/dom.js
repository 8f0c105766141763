// Elements, made by words and not by markup: what a text says never becomes an element.
const SVG = 'http://www.w3.org/2000/svg'

/** An element with attributes, listeners (on...) and children. */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children)
}

/** The same in SVG. */
export function s(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children)
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value)
    } else if (value === true) {
      element.setAttribute(name, '')
    } else if (value !== false && value !== undefined && value !== null) {
      element.setAttribute(name, String(value))
    }
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false))
  return element
}

/** Puts children in the place of all that an element held. */
export function show(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter(child => child))
  return element
}

/** A labelled field of a form. */
export function field(label, input, hint) {
  const id = input.id || `f${fields++}`
  input.id = id
  if (hint) {
    input.setAttribute('aria-describedby', `${id}-hint`)
  }
  return h('div', { class: 'field' },
    h('label', { for: id }, label), input, hint ? h('p', { class: 'hint', id: `${id}-hint` }, hint) : null)
}
let fields = 0

/** Tells those who listen to the page instead of looking at it. */
export function say(text) {
  document.getElementById('said').textContent = text
}

/** A short text for a moment at the lower edge, also spoken; it takes the place of one of its kind. */
export function toast(text, kind = 'good') {
  say(text)
  document.querySelectorAll(`.toast.${kind}`).forEach(before => before.remove())
  const box = h('div', { class: `toast ${kind}`, 'aria-hidden': 'true' }, text)
  document.body.append(box)
  setTimeout(() => box.remove(), kind === 'bad' ? 9000 : 4000)
}

/** Asks something in a dialog; the answer is the form's data, or null. */
export function ask(title, content, accept, cancel) {
  return new Promise(resolve => {
    const form = h('form', { method: 'dialog' },
      h('h2', { id: 'ask-title' }, title), content,
      h('div', { class: 'actions' },
        h('button', { type: 'button', class: 'plain', onclick: () => dialog.close() }, cancel),
        h('button', { type: 'submit', class: 'main' }, accept)))
    const dialog = h('dialog', { 'aria-labelledby': 'ask-title' }, form)
    let answer = null
    form.addEventListener('submit', () => { answer = new FormData(form) })
    dialog.addEventListener('close', () => { dialog.remove(); resolve(answer) })
    document.body.append(dialog)
    dialog.showModal()
  })
}
