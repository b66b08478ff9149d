import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/opsz.css";
import "@fontsource-variable/source-serif-4/opsz-italic.css";
import "./look/index.css";

import { mount } from "svelte";

import { openPlatform } from "./platform";
import PreviewWindow from "./window/PreviewWindow.svelte";
import Window from "./window/Window.svelte";

const shown = new URLSearchParams(location.search).has("preview") ? PreviewWindow : Window;
mount(shown, { target: document.body, props: { platform: await openPlatform() } });
