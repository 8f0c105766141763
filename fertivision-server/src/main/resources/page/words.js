// Texts and numbers in the language of the person: one catalog for each language, every key in all of them.
import en from './words-en.js'
import de from './words-de.js'

const CATALOGS = { en, de }
const KEPT = 'fertivision.language'

let language = localStorage.getItem(KEPT) || (navigator.language || 'en').slice(0, 2)
if (!CATALOGS[language]) language = 'en'

export const languages = Object.keys(CATALOGS)
export const current = () => language

export function choose(other) {
  language = other
  localStorage.setItem(KEPT, other)
  document.documentElement.lang = other
}

/** The text of a key, with {names} replaced. */
export function t(key, values = {}) {
  const text = CATALOGS[language][key] ?? CATALOGS.en[key] ?? key
  return text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all))
}

/** The text of a key, or else another one: for words that plug-ins may bring. */
export function known(key, otherwise) {
  return CATALOGS[language][key] ?? otherwise
}

const locale = () => (navigator.language || '').startsWith(language) ? navigator.language : language

/** A figure with as many digits as tell something. */
export function number(value, digits = 4) {
  return new Intl.NumberFormat(locale(), { maximumSignificantDigits: digits }).format(value)
}

/** A point in time. */
export function time(text) {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(text))
}

/** A number that a person wrote, with a decimal point or comma; NaN where it is none. */
export function written(text) {
  const plain = text.trim().replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN
}

const UNITS = {
  1: '', um: 'µm', um2: 'µm²', 'um/s': 'µm/s', '10*6/mL': '10⁶/mL', '10*6': '10⁶', mm2: 'mm²', '[px]': 'px', '{pixel}': 'px',
  '{pixel}2': 'px²', '{px2}': 'px²', 'um2/s': 'µm²/s', 'um2/h': 'µm²/h', deg: '°', Hz: 'Hz', Cel: '°C',
}

/** A UCUM unit as people write it. */
export const unit = ucum => UNITS[ucum] ?? ucum.replace(/\{(\w+)\}/g, '$1').replace(/^um/, 'µm')

const apart = code => code.replace(/([a-z0-9])([A-Z])/g, (all, a, b) => `${a} ${b.toLowerCase()}`)

/** A code like headLengthMedian in words. */
export function label(code) {
  const [, base, companion] = CATALOGS.en[`measure.${code}`] ? [code, code] : /^(.+?)(Sd|Median|Margin)?$/.exec(code)
  const words = known(`measure.${base}`, /^[a-z]{3}$/.test(base) ? base.toUpperCase() : apart(base).replace(/^./, c => c.toUpperCase()))
  return companion ? t(`of.${companion}`, { measure: words }) : words
}

/** What an object is called, in words; a naming system may have a word of its own. */
export const named = (term, system) => known(`term.${system}.${term}`, known(`term.${term}`, apart(term)))

/** A label of an object in words; where another one is the first, with its naming system before it. */
export function called({ system, term }, [first]) {
  const other = system === first.system ? '' : known(`system.${system}`, '')
  return (other && `${other}: `) + named(term, system)
}

document.documentElement.lang = language
