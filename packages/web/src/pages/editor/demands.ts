// Numbered demands as plain data: the number is the place, an empty field is left out.
import type { DemandIn } from '../../api/wire.gen.ts'

/** `demands` numbered by their places. */
export const renumber = (demands: readonly DemandIn[]): readonly DemandIn[] => demands.map((demand, i) => ({ ...demand, no: i + 1 }))

/** `demands` with the item at `from` moved by one place; numbers follow the places. */
export const moved = (demands: readonly DemandIn[], from: number, by: -1 | 1): readonly DemandIn[] => {
  const to = from + by
  const list = [...demands]
  const item = list[from]
  const other = list[to]
  if (item === undefined || other === undefined) return demands
  list[to] = item
  list[from] = other
  return renumber(list)
}

/** A demand without empty fields, as the record takes it. */
export const clean = (demand: DemandIn): DemandIn => ({
  no: demand.no, text: demand.text,
  ...(demand.standard ? { standard: demand.standard } : {}), ...(demand.by ? { by: demand.by } : {}), ...(demand.verifiedHow ? { verifiedHow: demand.verifiedHow } : {}),
})
