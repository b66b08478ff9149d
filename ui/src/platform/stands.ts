/** What is only suggested is no part of the text. */
export function stands({ marks = [] }: NodeJson): boolean {
  return marks.every(({ type }) => type !== "insertion");
}
