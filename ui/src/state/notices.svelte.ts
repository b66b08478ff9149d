/** Small notices at the foot of the window, also spoken by screen readers. */
import { faultOf } from "../platform/fault";

export interface Notice {
  id: number;
  message: string;
  grave: boolean;
  undo: (() => void) | null;
  /** What else can be done about it. */
  act: NoticeAct | null;
}

export interface NoticeAct {
  label: string;
  run: () => void;
}

/** How long a notice stays, in milliseconds; a grave one stays until it is put away. */
const STAYS = 7_000;

export class Notices {
  shown = $state.raw<Notice[]>([]);
  #last = 0;

  /** Says what was done. Returns the notice's number, by which its Undo is withdrawn. */
  say(message: string, undo: (() => void) | null = null): number {
    return this.#show({ message, grave: false, undo, act: null });
  }

  /** What a notice tells of can no longer be undone from it. */
  withdrawUndo(id: number): void {
    this.shown = this.shown.map((notice) =>
      notice.id === id ? { ...notice, undo: null } : notice,
    );
  }

  /** Something that waits for somebody: it stays until it is put away. */
  remind(message: string, act: NoticeAct): void {
    this.#show({ message, grave: false, undo: null, act }, false);
  }

  /** What went wrong, in the words of the fault: it stays until it is put away. */
  fault(thrown: unknown): void {
    const { message, reasons } = faultOf(thrown);
    this.#show({
      message: [message, ...reasons].join(" "),
      grave: true,
      undo: null,
      act: null,
    });
  }

  dismiss(id: number): void {
    this.shown = this.shown.filter((notice) => notice.id !== id);
  }

  #show(notice: Omit<Notice, "id">, passing = !notice.grave): number {
    const id = ++this.#last;
    this.shown = [...this.shown.slice(-2), { ...notice, id }];
    if (passing) setTimeout(() => this.dismiss(id), STAYS);
    return id;
  }
}
