/** Work on one thing after another: two people who decide on the same clue or delivery at the same moment, the second on what the first has left. */
export function inTurn(): <T>(id: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>()
  return async (id, work) => {
    const mine = (last.get(id) ?? Promise.resolve()).then(work, work)
    last.set(id, mine)
    try { return await mine } finally { if (last.get(id) === mine) last.delete(id) }
  }
}
