/** Two texts side by side, paragraph by paragraph. */

export interface Pair {
  left: string | null;
  right: string | null;
  same: boolean;
}

/**
 * Pairs the paragraphs of two texts, which are separated by empty lines. Equal ones stand beside
 * each other in order (the longest such sequence); between them what differs is paired as it comes.
 */
export function compare(left: string, right: string): Pair[] {
  const a = paragraphsOf(left);
  const b = paragraphsOf(right);
  const common = lengths(a, b);
  const pairs: Pair[] = [];
  const gone: string[] = [];
  const come: string[] = [];
  const settle = (): void => {
    for (let i = 0; i < Math.max(gone.length, come.length); i += 1) {
      pairs.push({ left: gone[i] ?? null, right: come[i] ?? null, same: false });
    }
    gone.length = 0;
    come.length = 0;
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [one, other] = [a[i], b[j]];
    if (one !== undefined && one === other) {
      settle();
      pairs.push({ left: one, right: one, same: true });
      i += 1;
      j += 1;
    } else if (
      other === undefined ||
      (one !== undefined && at(common, i + 1, j) >= at(common, i, j + 1))
    ) {
      gone.push(one ?? "");
      i += 1;
    } else {
      come.push(other);
      j += 1;
    }
  }
  settle();
  return pairs;
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** For each pair of places how many paragraphs are the same, in order, from there to the end. */
function lengths(a: string[], b: string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = table[i];
    if (!row) continue;
    for (let j = b.length - 1; j >= 0; j -= 1) {
      row[j] =
        a[i] === b[j]
          ? at(table, i + 1, j + 1) + 1
          : Math.max(at(table, i + 1, j), row[j + 1] ?? 0);
    }
  }
  return table;
}

function at(table: number[][], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}
