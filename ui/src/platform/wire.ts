/** What crosses between the window and the desk beside the model itself, as Rust declares it. */
export type { Counted } from "./bindings/Counted";
export type { Counts } from "./bindings/Counts";
export type { DeskInfo } from "./bindings/DeskInfo";
export type { Event } from "./bindings/Event";
export type { ExportOrder } from "./bindings/ExportOrder";
export type { ExportRecord } from "./bindings/ExportRecord";
export type { Exported } from "./bindings/Exported";
export type { Fault } from "./bindings/Fault";
export type { Finding } from "./bindings/Finding";
export type { Imported } from "./bindings/Imported";
export type { Order } from "./bindings/Order";
export type { Page } from "./bindings/Page";
export type { Pasted } from "./bindings/Pasted";
export type { Person } from "./bindings/Person";
export type { Place } from "./bindings/Place";
export type { Question } from "./bindings/Question";
export type { Queue } from "./bindings/Queue";
export type { RevisionInfo } from "./bindings/RevisionInfo";
export type { Row } from "./bindings/Row";
export type { Saved } from "./bindings/Saved";

export type Format = import("./bindings/ExportOrder").ExportOrder["formats"][number];
