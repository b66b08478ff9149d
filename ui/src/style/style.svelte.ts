/** The house style while it is looked at: each change is kept at once, and the open text checked anew. */
import type { Choice } from "../platform/bindings/Choice";
import type { HouseStyle } from "../platform/bindings/HouseStyle";
import type { RuleCard } from "../platform/bindings/RuleCard";
import type { Desk } from "../state/desk.svelte";
import { w } from "../words";

export class Style {
  sheet = $state.raw<HouseStyle | null>(null);
  rules = $state.raw<RuleCard[]>([]);
  /** The file that it lives in, if it does, and what is wrong with it. */
  file = $state.raw<string | null>(null);
  fault = $state.raw<string | null>(null);
  #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  async load(): Promise<void> {
    await this.#desk.attempt(async () => {
      const { commands } = this.#desk;
      const [{ style, file, fault }, rules] = await Promise.all([
        commands.house_style(),
        commands.rules(),
      ]);
      this.sheet = style;
      this.rules = rules;
      this.file = file;
      this.fault = fault;
    });
  }

  /** How a rule is set; `default` where the house has said nothing. */
  choiceOf(rule: string): Choice {
    const set = this.sheet?.rules[rule]?.["severity"];
    return (set as Choice | undefined) ?? "default";
  }

  choose(rule: string, choice: Choice): Promise<void> {
    return this.#act(() => this.#desk.commands.set_rule({ rule, choice }));
  }

  /** Sets a number of a rule; null takes it back to the usual one. */
  set(rule: string, setting: string, value: number | null): Promise<void> {
    const others = Object.entries(this.sheet?.rules[rule] ?? {}).filter(([n]) => n !== setting);
    const own = Object.fromEntries(value === null ? others : [...others, [setting, value]]);
    return this.change({ rules: { ...this.sheet?.rules, [rule]: own } });
  }

  change(change: Partial<HouseStyle>): Promise<void> {
    const { sheet } = this;
    if (!sheet) return Promise.resolve();
    return this.#act(() => this.#desk.commands.put_house_style({ style: { ...sheet, ...change } }));
  }

  async import(): Promise<void> {
    const { platform, commands, notices } = this.#desk;
    const paths = await platform.pickFiles(w.style.importTitle);
    if (paths.length === 0) return;
    await this.#act(async () => {
      for (const said of await commands.import_style({ paths })) notices.say(said);
    });
  }

  async export(): Promise<void> {
    const { platform, commands, notices } = this.#desk;
    const path = await platform.pickSaveFile(w.style.title, "house-style.toml");
    if (!path) return;
    await this.#desk.attempt(async () => {
      await commands.export_style({ path });
      notices.say(w.style.exported);
    });
  }

  async follow(): Promise<void> {
    const path = await this.#desk.platform.pickSaveFile(w.style.title, "house-style.toml");
    if (path) await this.#act(() => this.#desk.commands.follow_style({ path }));
  }

  unfollow(): Promise<void> {
    return this.#act(() => this.#desk.commands.follow_style({ path: null }));
  }

  async #act(act: () => Promise<void>): Promise<void> {
    await this.#desk.attempt(act);
    await this.load();
    await this.#desk.open?.recheck();
  }
}
