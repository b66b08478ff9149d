/** The open release on the clipboard, for a mail or a word processor. */
import { w } from "../words";
import type { Desk } from "./desk.svelte";

/**
 * Copies the open release as it would leave now, with its looks and as plain text. The clipboard is
 * asked at once and waits for the words: it listens only to what a key or a click began.
 */
export async function copyRich(desk: Desk): Promise<void> {
  const { open } = desk;
  if (!open) return;
  const clipping = open.queue.flush().then(() => desk.commands.rich_text({ id: open.id }));
  const blob = async (type: "text/html" | "text/plain"): Promise<Blob> => {
    const { html, text } = await clipping;
    return new Blob([type === "text/html" ? html : text], { type });
  };
  await desk.attempt(async () => {
    const item = new ClipboardItem({
      "text/html": blob("text/html"),
      "text/plain": blob("text/plain"),
    });
    await navigator.clipboard.write([item]);
    desk.notices.say(w.notices.copied);
  });
}
