/** Most tapes tried, and the longest time, before the smallest so far is taken. */
export const defaultShrinks = 600;
const maxSeconds = 8;

/**
 * Returns a smaller tape for which `fails` still holds: blocks of choices are taken out, then single choices lowered,
 * until nothing helps or the tries are spent.
 */
export async function shrinkTape(
  tape: readonly number[],
  fails: (tape: readonly number[]) => boolean | Promise<boolean>,
  tries = defaultShrinks,
): Promise<readonly number[]> {
  let best = tape;
  let left = tries;
  const deadline = performance.now() + 1000 * maxSeconds;
  const attempt = async (candidate: readonly number[]): Promise<boolean> => {
    if (performance.now() > deadline) left = 0;
    if (left <= 0) return false;
    left--;
    if (!(await fails(candidate))) return false;
    best = candidate;
    return true;
  };
  for (let progress = true; progress && left > 0; ) {
    const before = best;
    await takeOutBlocks(() => best, attempt);
    await lowerChoices(() => best, attempt);
    progress = best !== before;
  }
  return best;
}

type Attempt = (candidate: readonly number[]) => Promise<boolean>;

async function takeOutBlocks(best: () => readonly number[], attempt: Attempt): Promise<void> {
  for (let size = 16; size >= 1; size >>= 1) {
    for (let at = Math.max(0, best().length - size); at >= 0; at -= size) {
      const tape = best();
      await attempt([...tape.slice(0, at), ...tape.slice(at + size)]);
    }
  }
}

async function lowerChoices(best: () => readonly number[], attempt: Attempt): Promise<void> {
  for (let at = 0; at < best().length; at++) {
    for (let value = best()[at] ?? 0; value > 0; ) {
      const lower = [0, value >> 1, value - 1].find((candidate) => candidate < value) ?? 0;
      if (await attempt(best().with(at, lower))) {
        value = lower;
        continue;
      }
      if (value > 1 && (await attempt(best().with(at, value - 1)))) value--;
      else break;
    }
  }
}
