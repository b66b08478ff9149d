/** Text cut into pieces at its marks, so that hits can be shown. */

export interface Piece {
  text: string;
  hit: boolean;
}

/** `marks` are from and to in Unicode characters; overlapping and reversed ones do no harm. */
export function piecesOf(text: string, marks: readonly [number, number][]): Piece[] {
  const characters = [...text];
  const pieces: Piece[] = [];
  let at = 0;
  const add = (to: number, hit: boolean) => {
    if (to > at) pieces.push({ text: characters.slice(at, to).join(""), hit });
    at = Math.max(at, to);
  };
  for (const [from, to] of [...marks].sort((a, b) => a[0] - b[0])) {
    add(Math.min(from, characters.length), false);
    add(Math.min(to, characters.length), true);
  }
  add(characters.length, false);
  return pieces;
}
