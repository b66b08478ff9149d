/** The colours that a tag can have: told apart from each other on light and on dark paper. */
export const COLOURS = {
  blue: "#3f6fae",
  teal: "#2f7f86",
  green: "#4d8f6b",
  olive: "#7d8434",
  amber: "#b5722c",
  red: "#a8443c",
  rose: "#b0557f",
  violet: "#8a5fa8",
  slate: "#6f7886",
} as const;

export type ColourName = keyof typeof COLOURS;
