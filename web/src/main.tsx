import { render } from "preact";
import { App } from "./app.tsx";
import { listen } from "./data/live.ts";
import { listenToKeys } from "./shell/keys.ts";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/parts.css";

listenToKeys();
void listen();
render(<App />, document.getElementById("desk")!);
