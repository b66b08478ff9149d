// Completion of a speaker from the people whom the desk knows: a combobox after the ARIA pattern.

import type { EditorHost, Person } from "./host";

const mostShown = 8;
let listNumber = 0;

/** Offers people while a name is typed. Choosing one fills both fields, as typing would. */
export function completePeople(
  name: HTMLInputElement | HTMLTextAreaElement,
  position: HTMLInputElement | HTMLTextAreaElement,
  host: EditorHost,
): void {
  const list = document.createElement("ul");
  list.id = `editor-people-${++listNumber}`;
  list.className = "people";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", name.labels?.[0]?.textContent ?? name.placeholder);
  list.hidden = true;
  name.setAttribute("role", "combobox");
  name.setAttribute("aria-autocomplete", "list");
  name.setAttribute("aria-controls", list.id);
  name.setAttribute("aria-expanded", "false");
  name.after(list);

  let offered: Person[] = [];
  let chosen = -1;

  const point = (index: number) => {
    chosen = index;
    [...list.children].forEach((option, i) =>
      option.setAttribute("aria-selected", String(i === index)),
    );
    if (index >= 0) name.setAttribute("aria-activedescendant", `${list.id}-${index}`);
    else name.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    list.hidden = true;
    name.setAttribute("aria-expanded", "false");
    point(-1);
  };
  const open = () => {
    offered = name.readOnly ? [] : matching(host.people(), name.value);
    if (offered.length === 0) return close();
    list.replaceChildren(...offered.map((person, i) => option(person, `${list.id}-${i}`)));
    list.hidden = false;
    name.setAttribute("aria-expanded", "true");
    point(-1);
  };
  const choose = (index: number) => {
    const person = offered[index];
    if (!person) return;
    fill(name, person.name);
    fill(position, person.position);
    close();
  };

  name.addEventListener("input", open);
  name.addEventListener("blur", close);
  // Before the field's own keys, which would take Enter and Escape as leaving.
  name.addEventListener(
    "keydown",
    (event) => {
      const { key } = event as KeyboardEvent;
      if (list.hidden) {
        if (key !== "ArrowDown") return;
        open();
      }
      if (list.hidden) return;
      const { length } = offered;
      if (key === "ArrowDown") point((chosen + 1) % length);
      else if (key === "ArrowUp") point(chosen <= 0 ? length - 1 : chosen - 1);
      else if (key === "Enter" && chosen >= 0) choose(chosen);
      else if (key === "Escape") close();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const { target } = event;
    const at = [...list.children].findIndex((li) => target instanceof Node && li.contains(target));
    choose(at);
  });
}

/** People whose name or position has a word that begins so; accents and case do not matter. */
export function matching(people: Person[], typed: string): Person[] {
  const wanted = fold(typed.trim());
  const hits = people.filter((person) => {
    const words = fold(`${person.name} ${person.position}`);
    return words.startsWith(wanted) || words.includes(` ${wanted}`);
  });
  const already = hits.length === 1 && hits[0]?.name === typed.trim();
  return already ? [] : hits.slice(0, mostShown);
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

function option(person: Person, id: string): HTMLLIElement {
  const li = document.createElement("li");
  li.id = id;
  li.setAttribute("role", "option");
  const name = document.createElement("span");
  name.textContent = person.name;
  const position = document.createElement("small");
  position.textContent = person.position;
  li.append(name, position);
  return li;
}

function fill(input: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
