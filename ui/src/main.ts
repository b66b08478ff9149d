import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/opsz.css";
import "@fontsource-variable/source-serif-4/opsz-italic.css";
import "./look/index.css";

import { mount } from "svelte";

import { openPlatform } from "./platform";
import { speak } from "./words";
import PreviewWindow from "./window/PreviewWindow.svelte";
import Window from "./window/Window.svelte";

// Until the desk says otherwise, also for the sentence that it cannot be opened.
document.documentElement.lang = speak("system");
const shown = new URLSearchParams(location.search).has("preview") ? PreviewWindow : Window;
mount(shown, { target: document.body, props: { platform: await openPlatform() } });
