import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/opsz.css";
import "@fontsource-variable/source-serif-4/opsz-italic.css";
import "./look/index.css";

import { mount } from "svelte";

import { openPlatform } from "./platform";
import Window from "./window/Window.svelte";

mount(Window, { target: document.body, props: { platform: await openPlatform() } });
