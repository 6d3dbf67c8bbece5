// What a reader would stumble over, measured on the page as it is drawn: text past the right edge, text cut without an ellipsis, text under
// 10 px, text below 4.5 : 1 (3 : 1 when large), targets under 24 px, controls without a name.
import type { Page } from 'playwright-core'

export const faultsOf = (page: Page): Promise<readonly string[]> => page.evaluate(() => {
  const found = new Set<string>()
  const width = innerWidth
  const rgb = (colour: string): number[] => { const m = (colour.match(/[\d.]+/g) ?? ['0', '0', '0', '0']).map(Number); return [m[0] ?? 0, m[1] ?? 0, m[2] ?? 0, m[3] ?? 1] }
  const luminance = (c: readonly number[]): number => { const f = (v: number): number => { const x = v / 255; return x <= 0.03928 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4 }; return 0.2126 * f(c[0] ?? 0) + 0.7152 * f(c[1] ?? 0) + 0.0722 * f(c[2] ?? 0) }
  const ground = (element: Element): number[] | null => {
    for (let one: Element | null = element; one !== null; one = one.parentElement) {
      const style = getComputedStyle(one)
      if (style.backgroundImage !== 'none' && one !== element) return null
      const colour = rgb(style.backgroundColor)
      if ((colour[3] ?? 0) >= 0.99) return colour
    }
    return [255, 255, 255, 1]
  }
  const seen = (element: Element, box: DOMRect): boolean => {
    for (let one = element.parentElement; one !== null && one !== document.body; one = one.parentElement) {
      if (getComputedStyle(one).overflow === 'visible') continue
      const frame = one.getBoundingClientRect()
      if (box.top >= frame.bottom - 2 || box.left >= frame.right - 2 || box.bottom <= frame.top || box.right <= frame.left) return false
    }
    return true
  }
  /** Inside something that scrolls sideways by intention, like a wide table. */
  const scrollable = (element: Element): boolean => { for (let one: Element | null = element; one !== null; one = one.parentElement) if (/auto|scroll/.test(getComputedStyle(one).overflowX)) return true; return false }
  for (const element of document.querySelectorAll('body *')) {
    // What is folded away keeps the boxes and the colours that it had when it was last drawn.
    if (element.closest('svg,.sr,[hidden],.skip') !== null || !element.checkVisibility({ contentVisibilityAuto: true })) continue
    const box = element.getBoundingClientRect()
    if (box.width === 0 || box.height === 0 || !seen(element, box)) continue
    const style = getComputedStyle(element)
    if (style.visibility === 'hidden') continue
    const own = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => (node.textContent ?? '').trim()).filter((text) => text !== '').join(' ')
    const name = own.slice(0, 30)
    if (own !== '') {
      if (box.right > width + 1 && !scrollable(element)) found.add(`past the right edge: ${name}`)
      if (style.overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1 && style.textOverflow !== 'ellipsis' && style.getPropertyValue('-webkit-line-clamp') === 'none') found.add(`cut: ${name}`)
      if (Number.parseFloat(style.fontSize) < 10) found.add(`under 10 px: ${name}`)
      const under = ground(element)
      if (under !== null && element.closest('.off,[aria-disabled=true],:disabled') === null) {
        const [a, b] = [luminance(rgb(style.color)), luminance(under)]
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
        const size = Number.parseFloat(style.fontSize)
        if (ratio < (size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 600) ? 3 : 4.5) - 0.02) found.add(`contrast ${ratio.toFixed(2)} ${style.color} in ${style.fontSize}: ${name}`)
      }
    }
    if (element.matches('button,[role=button],input:not([type=hidden]),select,textarea,a.btn,a.nav')) {
      const label = (element.getAttribute('aria-label') ?? element.getAttribute('title') ?? element.textContent ?? '').trim()
      const labelled = element.matches('input,select,textarea') ? ((element as HTMLInputElement).labels?.length ?? 0) > 0 || element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby') : label !== ''
      if (!labelled) found.add(`control without a name: <${element.tagName.toLowerCase()} class="${element.className}">`)
      if ((box.width < 23.5 || box.height < 23.5) && !element.matches('input[type=radio],input[type=checkbox],input[type=file]')) found.add(`target ${Math.round(box.width)} × ${Math.round(box.height)}: ${label.slice(0, 20) || element.className}`)
    }
  }
  return [...found]
})
