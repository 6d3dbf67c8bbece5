const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 → 一, 10 → 十, 21 → 二十一; the ordinals of numbered demands, 1 to 99. */
export function ordinal(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) return String(n)
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`
}

/** '2026-11-03' → 2026年11月3日, as papers write days. Other text comes back unchanged. */
export function inWords(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  return match === null ? day : `${match[1]}年${Number(match[2])}月${Number(match[3])}日`
}

/** 第十一条 → 11, 第一百零六条 → 106, 第16条 → 16; null when there is no such number. 第八条之一 is told from 第八条 by the caller. */
export function articleNumber(text: string): number | null {
  const match = /第([0-9０-９]+|[零〇一二三四五六七八九十百千]+)(?:条|项)/u.exec(text)
  const number = match?.[1]
  if (number === undefined) return null
  if (/^[0-9０-９]+$/.test(number)) return Number(number.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)))
  const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
  let [total, digit] = [0, 0]
  for (const char of number) {
    const unit = units[char]
    if (unit === undefined) digit = char === '零' ? 0 : digits.indexOf(char)
    else { total += (digit === 0 ? 1 : digit) * unit; digit = 0 }
  }
  return total + digit
}
