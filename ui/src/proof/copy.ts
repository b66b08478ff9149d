/** A release as a sub-editor's proof: its blocks in the order of the page, cut where marks begin and end. */
import { passagesOf } from "../editor";
import type { Finding } from "../platform";
import type { Content } from "../platform/bindings/Content";

export interface ProofBlock {
  slot: Finding["slot"];
  /** Its number in the slot, as findings count it. */
  block: number | null;
  sort: "headline" | "subhead" | "heading" | "paragraph" | "caption" | "lines";
  text: string;
}

/** A stretch of a block with the numbers of the findings that mark it. */
export interface Piece {
  text: string;
  severity: Finding["severity"] | null;
  /** The findings that end here, whose numbers stand behind the words. */
  ends: number[];
}

/** The blocks of a release as the checks count them; empty ones are left out. */
export function blocksOf(content: Content): ProofBlock[] {
  const { correction, boilerplates, contacts } = content;
  const blocks: ProofBlock[] = [
    { slot: "headline", block: null, sort: "headline", text: content.headline },
    { slot: "subhead", block: null, sort: "subhead", text: content.subhead },
  ];
  if (correction) {
    const text = `${correction.reference}\n${correction.what}`;
    blocks.push({ slot: "correction", block: null, sort: "lines", text });
  }
  blocks.push({ slot: "place", block: null, sort: "lines", text: content.place });
  for (const slot of ["body", "notes"] as const) {
    for (const [block, { sort, text }] of passagesOf(content[slot]).entries()) {
      blocks.push({ slot, block, sort, text: text ?? "" });
    }
  }
  for (const [block, { title, text }] of boilerplates.entries()) {
    blocks.push({ slot: "boilerplate", block, sort: "lines", text: `${title}\n${text}` });
  }
  for (const [block, { name, role, phone, email, hours }] of contacts.entries()) {
    const text = [name, role, phone, email, hours].join("\n");
    blocks.push({ slot: "contacts", block, sort: "lines", text });
  }
  return blocks.filter(({ text }) => text.trim());
}

/** The findings that stand in a block, each with its number on the proof. */
export function marksIn(
  { slot, block }: ProofBlock,
  findings: readonly Finding[],
): { finding: Finding; number: number }[] {
  return findings
    .map((finding, i) => ({ finding, number: i + 1 }))
    .filter(({ finding }) => finding.slot === slot && finding.block === block);
}

const GRAVITY = { error: 0, warning: 1, advice: 2 };

/** Cuts a block where its marks begin and end; where marks overlap the gravest colours. */
export function piecesOf(text: string, marks: { finding: Finding; number: number }[]): Piece[] {
  const letters = [...text];
  const cuts = new Set([0, letters.length]);
  for (const { finding } of marks) {
    cuts.add(Math.min(finding.start, letters.length));
    cuts.add(Math.min(finding.end, letters.length));
  }
  const places = [...cuts].sort((a, b) => a - b);
  const pieces: Piece[] = places.slice(1).map((end, i) => {
    const start = places[i] ?? 0;
    const over = marks.filter(({ finding }) => finding.start < end && finding.end > start);
    const [gravest] = over
      .map(({ finding }) => finding.severity)
      .sort((a, b) => GRAVITY[a] - GRAVITY[b]);
    const ends = marks.filter(({ finding }) => finding.end === end && finding.start < end);
    return {
      text: letters.slice(start, end).join(""),
      severity: gravest ?? null,
      ends: ends.map(({ number }) => number),
    };
  });
  // Something missing has no words; its number stands where it is missing.
  for (const { finding, number } of marks.filter(({ finding: f }) => f.start === f.end)) {
    const at = places.findIndex((place) => place >= finding.start);
    const piece = pieces[Math.max(0, at - 1)];
    if (piece) piece.ends.push(number);
    else pieces.push({ text: "", severity: finding.severity, ends: [number] });
  }
  return pieces;
}
