/** The invented office: the Port of Vestmark, what it keeps in its library, what it has written. */
import type { Boilerplate } from "../bindings/Boilerplate";
import type { Contact } from "../bindings/Contact";
import type { Content } from "../bindings/Content";
import type { NamedPlace } from "../bindings/NamedPlace";
import type { Office } from "../bindings/Office";
import type { Person } from "../bindings/Person";
import type { Stage } from "../bindings/Stage";

export const OFFICE: Office = {
  name: "Port of Vestmark",
  desk: "Press desk",
  url: "https://port.vestmark.example/news",
  language: "en-GB",
  zone: "Europe/Oslo",
  embargo_zones: [],
  dateline: "british",
  end_mark: "ends",
};

export const CONTACTS: Contact[] = [
  {
    id: 1,
    name: "Ingrid Solheim",
    role: "Head of press",
    phone: "+47 5550 0100",
    email: "press@vestmark.example",
    hours: "Weekdays 8 to 18",
    valid_until: null,
  },
  {
    id: 2,
    name: "Traffic centre",
    role: "Duty officer",
    phone: "+47 5550 0112",
    email: "traffic@vestmark.example",
    hours: "Day and night",
    valid_until: null,
  },
  {
    id: 3,
    name: "Tomas Lind",
    role: "Environment officer",
    phone: "+47 5550 0145",
    email: "tomas.lind@vestmark.example",
    hours: "",
    valid_until: "2026-06-30",
  },
];

export const BOILERPLATES: Boilerplate[] = [
  {
    id: 1,
    title: "About the Port of Vestmark",
    text: "The Port of Vestmark is the largest harbour of the western islands. It handles 16 million tonnes of goods and 2.1 million ferry passengers a year and is owned by the municipality.",
    valid_until: null,
  },
  {
    id: 2,
    title: "About Clear Water",
    text: "Clear Water is the joint rescue exercise of four countries around the Vestmark roads. It has been held every two years since 2009.",
    valid_until: null,
  },
];

export const PEOPLE: Person[] = [
  { id: 101, name: "Marit Aasen", position: "Harbour master of Vestmark", valid_until: null },
  { id: 102, name: "Per Dahl", position: "Chief pilot", valid_until: "2026-03-31" },
];

export const PLACES: NamedPlace[] = [
  { id: 111, name: "Vestmark", valid_until: null },
  { id: 112, name: "Ytre Skjær", valid_until: null },
];

export const TAG_COLOURS: Record<string, string> = {
  environment: "#4d8f6b",
  rescue: "#b5722c",
  "winter traffic": "#5277b0",
  ferries: "#8a5fa8",
  figures: "#7a7264",
};

/** A release of the sample; `age` is hours before now. */
export interface Sample {
  age: number;
  stage: Stage;
  section: string;
  tags: string[];
  content: Partial<Omit<Content, "body" | "notes">>;
  /** Hours from now until which it may not be used. */
  embargo?: number;
  trashed?: boolean;
  body: string;
  notes?: string;
}

export const SAMPLES: Sample[] = [
  {
    age: 0.4,
    stage: "review",
    section: "Exercises",
    tags: ["rescue", "ferries"],
    content: {
      kind: "report",
      headline: "Harbour and coast guard begin rescue exercise Clear Water 2026",
      subhead: "Four countries practise a joint answer to a ferry accident in autumn seas",
    },
    body: `Crews from four countries opened the rescue exercise Clear Water 2026 in the outer roads of Vestmark on Thursday, 14 October. About 600 people and eleven vessels take part.

Over three days they will practise the evacuation of a passenger ferry, first in calm water and then under way. It is the ninth exercise of its kind since 2009.

> Marit Aasen | Harbour master of Vestmark | A ferry is a small town that moves. Nobody evacuates a town alone.

According to the the plan of Blue Water 2026, the crews will work without warning on the second night. Residents may hear sirens between 22:00 and 02:00.

The fairway stays open to traffic throughout.`,
    notes: `Photographers may board the pilot boat Skarv at the customs quay at 09:30 on the first day.

The scenario is not announced to the crews beforehand. Please do not publish it.`,
  },
  {
    age: 2.6,
    stage: "approved",
    section: "Statements",
    tags: ["winter traffic"],
    embargo: 9.5,
    content: {
      kind: "statement",
      headline: "Statement on the reopening of the northern fairway",
      subhead: "",
    },
    body: `The northern fairway reopens to vessels of up to 180 metres. The survey found no rest of the landslide below 14 metres.

> Marit Aasen | Harbour master of Vestmark | We asked our customers for patience in the hardest month of the year, and they gave it to us.

Pilotage stays compulsory for all vessels above 70 metres until the end of March.`,
  },
  {
    age: 4.9,
    stage: "draft",
    section: "News",
    tags: [],
    content: { kind: "news", headline: "", subhead: "" },
    body: ``,
  },
  {
    age: 6,
    stage: "draft",
    section: "News",
    tags: ["environment"],
    content: {
      kind: "news",
      language: "de",
      headline:
        "Landstromversorgungsanlagen am Fährterminal: Hafengesellschaft beschleunigt Genehmigungsverfahren für Emissionsminderungsmaßnahmen",
      subhead:
        "Donaudampfschifffahrtsgesellschaft und Küstenschutzbehörde unterzeichnen Vereinbarung",
      place: "Vestmark",
    },
    body: `Die Hafengesellschaft hat am Montag den Vertrag über vier Landstromversorgungsanlagen am Fährterminal unterzeichnet. Die erste Anlage geht im Frühjahr in Betrieb.

Schiffe, die länger als zwei Stunden liegen, schalten dann ihre Hilfsmaschinen ab.`,
  },
  {
    age: 26,
    stage: "released",
    section: "News",
    tags: ["winter traffic", "ferries"],
    content: {
      kind: "news",
      headline: "Winter timetable for the island ferries takes effect",
      subhead: "Two more departures a day, and the last boat leaves later",
    },
    body: `From Sunday the island ferries follow the winter timetable. The last boat from Vestmark leaves at 23:15, half an hour later than before.

- Line 1, Vestmark to Sørholm: every 40 minutes
- Line 2, Vestmark to Ytre Skjær: every two hours
- Line 4, night boat: Friday and Saturday`,
  },
  {
    age: 30,
    stage: "released",
    section: "News",
    tags: [],
    content: {
      kind: "news",
      headline: "Students of the maritime academy visit the traffic centre",
      subhead: "Forty second-year students spent a watch with the duty officers",
    },
    body: `Forty students of the maritime academy spent a watch at the Vestmark traffic centre on Monday. They followed eleven arrivals and a drill for engine failure.`,
  },
  {
    age: 50,
    stage: "released",
    section: "News",
    tags: ["environment"],
    content: {
      kind: "news",
      language: "ru",
      headline: "Порт Вестмарк завершил дноуглубительные работы на три недели раньше срока",
      subhead: "Внутренняя гавань снова принимает суда с осадкой до девяти метров",
      place: "Вестмарк",
    },
    body: `Порт Вестмарк завершил дноуглубительные работы во внутренней гавани на три недели раньше срока. С пятницы гавань принимает суда с осадкой до девяти метров.

> Марит Осен | капитан порта | «Мы работали ночью, чтобы паромы ходили днём».`,
  },
  {
    age: 54,
    stage: "released",
    section: "Exercises",
    tags: ["rescue"],
    content: {
      kind: "report",
      language: "ar",
      headline: "ميناء فستمارك يفتتح تمرين الإنقاذ «المياه الصافية ٢٠٢٦»",
      subhead: "أربع دول تتدرب على إخلاء عبّارة ركاب في بحر الخريف",
      place: "فستمارك",
    },
    body: `افتتحت أطقم من أربع دول تمرين الإنقاذ «المياه الصافية ٢٠٢٦» في المياه الخارجية لميناء فستمارك. ويشارك فيه نحو ٦٠٠ شخص وإحدى عشرة سفينة.

وعلى مدى ثلاثة أيام ستتدرب الأطقم على إخلاء عبّارة ركاب، أولاً في مياه هادئة ثم أثناء الإبحار.`,
  },
  {
    age: 75,
    stage: "withdrawn",
    section: "News",
    tags: ["figures"],
    content: {
      kind: "news",
      headline: "Quarterly figures: 4.4 million tonnes",
      subhead: "",
    },
    body: `The Port of Vestmark handled 4.4 million tonnes of goods in the third quarter.`,
  },
  {
    age: 70,
    stage: "draft",
    section: "",
    tags: [],
    trashed: true,
    content: { kind: "notice", headline: "Canteen closed on Friday", subhead: "" },
    body: `The canteen at the customs quay is closed on Friday.`,
  },
  {
    age: 98,
    stage: "review",
    section: "News",
    tags: ["environment", "ferries"],
    content: {
      kind: "advisory",
      headline: "Invitation: first ferry connects to shore power",
      subhead: "The minister of transport throws the switch at the ferry terminal",
    },
    body: `The Port of Vestmark invites the press to the first connection of a ferry to shore power at the ferry terminal.

## When and where

Ferry terminal, gate 3. Please be there a quarter of an hour early; the quay is a working place.`,
  },
];

/** Headlines of the months before, newest first. */
export const ARCHIVE: [section: string, tags: string[], headline: string][] = [
  ["Interviews", ["environment"], "Interview: what shore power means for the old town"],
  ["News", ["figures"], "Quarterly figures: 4.1 million tonnes, a record third quarter"],
  ["News", ["ferries"], "New gangway at the ferry terminal opens to passengers"],
  ["Statements", [], "Statement on the collision in the southern roads"],
  ["News", ["environment"], "Oyster beds return to the inner basin"],
  ["News", [], "Port of Vestmark and maritime academy extend their agreement"],
  ["Exercises", ["rescue"], "Oil boom drill: eleven kilometres in four hours"],
  ["News", ["ferries"], "Night boat to Ytre Skjær runs through the summer"],
  ["News", [], "Crane 7 is dismantled after forty-one years"],
  ["News", ["figures"], "Half-year figures: more ferry passengers, less timber"],
  ["Statements", [], "Statement on the strike of the pilots"],
  ["News", ["environment"], "Air quality at the ferry terminal better than in any year since 2011"],
  ["Exercises", ["rescue"], "Coast guard and harbour practise the search at night"],
  ["News", [], "The customs quay is named after Astrid Holm"],
  ["Interviews", [], "Interview with the new harbour master"],
  ["News", ["ferries"], "Ferry company orders two battery boats"],
  ["News", ["winter traffic"], "Ice season closes with 212 assisted passages"],
  ["News", ["figures"], "A year in figures: 16 million tonnes"],
  ["Statements", [], "Statement on the sentence in the bunker oil case"],
  ["News", ["winter traffic"], "Icebreaker Brage ready for the season"],
  ["News", [], "Open day at the traffic centre draws nine thousand"],
  ["Exercises", ["rescue"], "Clear Water 2024 closes with a rescue by helicopter"],
  ["News", ["environment"], "Port tax rewards quiet ships"],
  ["News", [], "Old lighthouse becomes a reading room"],
  ["News", ["ferries"], "Fares stay the same for a third year"],
  ["Statements", [], "Statement on the proposal of a second tunnel"],
  ["News", [], "Port of Vestmark wins the prize for accessible design"],
  ["News", ["figures"], "Ten years of container traffic, told in one page"],
];

export const ARCHIVE_BODY = `The Port of Vestmark announced this in the outer office of the harbour on the customs quay. The work was planned over two years and stayed within its budget.

> Marit Aasen | Harbour master of Vestmark | A harbour is never finished. It is only open or closed.

More is to follow before the end of the year. The traffic centre informs vessels on channel 12.`;
