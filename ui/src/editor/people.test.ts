import { expect, test } from "vitest";

import { matching } from "./people";

const people = [
  { name: "Ane Solberg", position: "Harbour master of Vestmark" },
  { name: "Jon Ek", position: "Head of the traffic centre" },
  { name: "Élise Marchand", position: "Spokeswoman" },
];

test.each([
  ["", ["Ane Solberg", "Jon Ek", "Élise Marchand"]],
  ["elise", ["Élise Marchand"]],
  ["SOL", ["Ane Solberg"]],
  ["traffic", ["Jon Ek"]],
  ["h", ["Ane Solberg", "Jon Ek"]],
  ["ffic", []],
  ["Jon Ek", []],
])("%j", (typed, names) => {
  expect(matching(people, typed).map(({ name }) => name)).toEqual(names);
});

test("a long list is cut to what can be read at a glance", () => {
  const crowd = Array.from({ length: 100 }, (_, i) => ({ name: `Person ${i}`, position: "" }));
  expect(matching(crowd, "p")).toHaveLength(8);
});
