import { expect, it } from "vitest";

import { FakePlatform } from "../platform/fake/platform";
import { Desk } from "./desk.svelte";

it("replaces what was chosen in every release that is not out, and undoes it as one", async () => {
  const platform = new FakePlatform();
  const desk = await Desk.at(platform);
  const find = { text: "harbour", match_case: false, whole_word: true };
  const found = await desk.commands.find_everywhere({ find });
  expect(found.left_alone).toBeGreaterThan(0);
  const [first] = found.releases;
  await desk.show(first?.id ?? 0);
  const before = platform.desk.all().map(({ content }) => content);
  const chosen = found.releases.map(({ id, revision, hits }) => ({
    id,
    revision,
    hits: hits.map((_, i) => i),
  }));
  await desk.replaceEverywhere(find, "port", chosen, 9);
  const left = await desk.commands.find_everywhere({ find });
  expect(left.releases).toEqual([]);
  expect(left.left_alone).toBe(found.left_alone);
  // What is open shows it at once.
  expect(desk.open?.content).toEqual(platform.desk.kept(first?.id ?? 0).release.content);

  expect(desk.undo.next).toBe("replacing “harbour”");
  await desk.undoLast();
  expect(platform.desk.all().map(({ content }) => content)).toEqual(before);
  await desk.redoLast();
  expect((await desk.commands.find_everywhere({ find })).releases).toEqual([]);
});
