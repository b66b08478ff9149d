import { expect, test } from "vitest";

import { address, pastedAddress } from "./address";

test.each([
  ["https://vestmark.example/a?b=c#d", "https://vestmark.example/a?b=c#d"],
  ["  http://vestmark.example ", "http://vestmark.example"],
  ["vestmark.example", "https://vestmark.example"],
  ["www.vestmark.example/ferries", "https://www.vestmark.example/ferries"],
  ["vestmark.example:8080/x", "https://vestmark.example:8080/x"],
  ["press@vestmark.example", "mailto:press@vestmark.example"],
  ["mailto:press@vestmark.example", "mailto:press@vestmark.example"],
  ["tel:+47 55 50 12 34", null],
  ["tel:+4755501234", "tel:+4755501234"],
  ["HTTPS://Vestmark.example", "HTTPS://Vestmark.example"],
  ["порт.example/новости", "https://порт.example/новости"],
  ["javascript:alert(1)", null],
  ["JaVaScRiPt:alert(1)", null],
  ["data:text/html,x", null],
  ["file:///etc/passwd", null],
  ["ftp://vestmark.example", null],
  ["vbscript:x.yz", null],
  ["//vestmark.example", null],
  ["/relative/path.html", null],
  ["#anchor", null],
  ["two words.example", null],
  ["word", null],
  ["1.5", null],
  ["https://", null],
  ["mailto:", null],
  ["", null],
])("%s", (typed, kept) => {
  expect(address(typed)).toBe(kept);
});

test.each([
  ["https://vestmark.example/a\n", "https://vestmark.example/a"],
  ["press@vestmark.example", "mailto:press@vestmark.example"],
  ["see https://vestmark.example", null],
  ["vestmark.example", null],
  ["report.pdf", null],
])("pasted: %s", (text, kept) => {
  expect(pastedAddress(text)).toBe(kept);
});
