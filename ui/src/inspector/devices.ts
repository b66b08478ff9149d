/** The widths at which a page is looked at, in CSS pixels. */
import { DesktopIcon, PhoneIcon, PrintIcon, TabletIcon } from "../controls/icons";

/** Print is a sheet of A4, 210 mm wide at 96 pixels an inch. */
export const DEVICES = [
  { name: "phone", width: 390, Icon: PhoneIcon },
  { name: "tablet", width: 820, Icon: TabletIcon },
  { name: "desktop", width: 1280, Icon: DesktopIcon },
  { name: "print", width: 794, Icon: PrintIcon },
] as const;
