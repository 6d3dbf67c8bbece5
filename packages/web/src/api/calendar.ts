import { queryOptions } from '@tanstack/react-query'
import { get } from './client.ts'
import type { CalendarRange, Day } from './wire.gen.ts'

/** Days of the published calendar with the duties that end on them, both ends included. */
export const calendarQuery = (from: Day, to: Day) => queryOptions({ queryKey: ['calendar', from, to], queryFn: () => get<CalendarRange>(`/api/calendar?${new URLSearchParams({ from, to })}`), staleTime: 60_000 })
