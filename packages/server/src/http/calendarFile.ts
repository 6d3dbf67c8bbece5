// Duties as an iCalendar file (RFC 5545): one whole-day event on each last day. A sealed matter shows its number and nothing else.
import { addDays, type Day, type Text } from '@hengjian/law'
import type { z } from 'zod'
import type { Language } from './problem.ts'
import type * as wire from './wire.ts'

type DutyPage = z.infer<typeof wire.DutyPage>

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, (one) => `\\${one}`).replaceAll(/\r\n?|\n/g, '\\n')
const compact = (day: string): string => day.replaceAll('-', '')

/** A content line folded at 75 octets without cutting a character. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const character of line) {
    const width = Buffer.byteLength(character)
    if (size + width > 74) { parts.push(part); part = ''; size = 0 }
    part += character
    size += width
  }
  return [...parts, part].join('\r\n ')
}

export function calendarFile(page: DutyPage, title: Text, language: Language): string {
  const stamp = new Date(page.asOf).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const events = page.items.flatMap(({ duty, matter }) => (duty.due === null ? [] : [
    'BEGIN:VEVENT', `UID:${escaped(`${matter.id}.${duty.id}`)}@hengjian`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${compact(duty.due)}`, `DTEND;VALUE=DATE:${compact(addDays(duty.due as Day, 1))}`,
    `SUMMARY:${escaped(matter.sealed ? matter.no : `${duty.obligation[language]} · ${matter.title}`)}`, ...(matter.sealed ? [] : [`DESCRIPTION:${escaped(`${matter.no} ${duty.owedBy.name[language]} ${duty.chip[language]}`)}`]), 'TRANSP:TRANSPARENT', 'END:VEVENT',
  ]))
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Hengjian//duties//ZH', 'CALSCALE:GREGORIAN', `X-WR-CALNAME:${escaped(title[language])}`, 'X-WR-TIMEZONE:Asia/Shanghai', ...events, 'END:VCALENDAR'].map((line) => `${folded(line)}\r\n`).join('')
}
