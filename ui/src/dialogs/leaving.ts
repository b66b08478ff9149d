/** What every way out of the desk asks: into which folder, and whether a stranger's file may go. */
import { faultOf } from "../platform";
import { folderOf } from "../platform/paths";
import type { Desk } from "../state/desk.svelte";

/**
 * Lets the editor choose a folder, beginning where the last one of this kind was, or where the desk
 * lies. Under `key` the desk remembers it; null when nothing was chosen.
 */
export async function chooseFolder(
  { commands, info, platform }: Desk,
  key: string,
  title: string,
): Promise<string | null> {
  const last = await commands.setting({ key });
  const folder = await platform.pickFolder(title, last ?? folderOf(info.path));
  if (folder !== null) void commands.set_setting({ key, value: folder });
  return folder;
}

/** Writes; where somebody else's file stands in the way, the editor decides. Null for no. */
export async function writeOrAsk<Order extends { replace: boolean }, Done>(
  { platform }: Pick<Desk, "platform">,
  order: Order,
  question: Omit<Parameters<typeof platform.ask>[0], "message">,
  write: (order: Order) => Promise<Done>,
): Promise<Done | null> {
  try {
    return await write(order);
  } catch (thrown) {
    const { code, message } = faultOf(thrown);
    if (code !== "exists") throw thrown;
    const replace = await platform.ask({ ...question, message });
    return replace ? writeOrAsk({ platform }, { ...order, replace }, question, write) : null;
  }
}
