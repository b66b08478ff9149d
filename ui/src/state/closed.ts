/** A release that is not open, for what is done to several at once or undone later. */
import type { Commands } from "../platform";
import type { Content } from "../platform/bindings/Content";
import type { Stage } from "../platform/bindings/Stage";
import { faultOf } from "../platform/fault";
import { w } from "../words";
import { filing, stillHas, type Acts, type Done } from "./deeds";

export class ClosedRelease implements Acts {
  #id: number;
  #commands: Commands;
  #did: (done: Done) => void;

  constructor(id: number, commands: Commands, did: (done: Done) => void) {
    this.#id = id;
    this.#commands = commands;
    this.#did = did;
  }

  async file(section: string | null, add: string[] = [], remove: string[] = []): Promise<void> {
    const before = await this.#commands.release({ id: this.#id });
    await this.#commands.file({ id: this.#id, section, add, remove });
    this.#did(filing(before, section, add, remove));
  }

  async moveTo(stage: Stage, why: string | null = null): Promise<void> {
    await this.#commands.move_to({ id: this.#id, stage, why });
    this.#did({ is: "moved", to: stage, why });
  }

  async takeBack(): Promise<void> {
    await this.#commands.take_back({ id: this.#id });
  }

  async trash(): Promise<void> {
    await this.#commands.trash({ id: this.#id });
    this.#did({ is: "trashed" });
  }

  async restore(): Promise<void> {
    await this.#commands.restore({ id: this.#id });
    this.#did({ is: "restored" });
  }

  async setIf(these: Partial<Content>, others: Partial<Content>): Promise<void> {
    const { revision: base, content } = await this.#commands.release({ id: this.#id });
    if (!stillHas(content, these)) throw faultOf(w.undo.changed);
    await this.#commands.save({ id: this.#id, base, content: { ...content, ...others } });
  }
}
