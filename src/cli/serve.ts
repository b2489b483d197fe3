import { spawn } from "node:child_process";
import { userInfo } from "node:os";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Store } from "../store/index.ts";
import { EXIT } from "./exit.ts";
import { print } from "./output.ts";
import { STORE_HELP, storeOption, withStore } from "./store.ts";

interface Options {
  readonly host: string;
  readonly port: number;
  readonly store?: string;
  readonly token?: string;
  readonly allowHost?: readonly string[];
  readonly allowOrigin?: readonly string[];
  readonly examples?: true;
  readonly open?: true;
}

const HELP = `${STORE_HELP}

It is reached from this machine alone. Bound to another --host it needs a token (16 characters or more; better in
CHANCERY_TOKEN than on the command line, which others can see), which every request to the API must bring. There is no
encryption: put a proxy with TLS before it. Ctrl-C ends it.

Examples:
  chancery serve --open
  CHANCERY_TOKEN=$(openssl rand -hex 24) chancery serve --host 0.0.0.0 --allow-host desk.example.org`;

/** `chancery serve`: the desk and its API over HTTP. */
export function addServe(program: Command): void {
  program
    .command("serve")
    .summary("serve the desk and its API to the browser")
    .description("Serve the desk and its HTTP API; /api/docs documents it.")
    .addOption(storeOption())
    .option("--host <host>", "what to listen on", "127.0.0.1")
    .addOption(new Option("--port <port>", "0 takes any that is free").argParser(portOf).default(8470))
    .addOption(new Option("--token <token>", "what every request to the API must bring").env("CHANCERY_TOKEN"))
    .addOption(new Option("--allow-host <name...>", "other names under which it is reached"))
    .addOption(new Option("--allow-origin <origin...>", "other origins whose pages may change things"))
    .option("--examples", "add the example reports first, invented for this project")
    .option("--open", "open the browser")
    .addHelpText("after", HELP)
    .action(async ({ token, ...given }: Options) => {
      // An empty CHANCERY_TOKEN is none.
      const options: Options = token ? { ...given, token } : given;
      const { checkGuard } = await import("../server/guard.ts");
      checkGuard(options);
      process.exitCode = await withStore(options.store, {}, (store) => serve(store, options));
    });
}

async function serve(store: Store, options: Options): Promise<number> {
  const { addExamples, createApp, isLoopback, listen, makeServices, warm } = await import("../server/index.ts");
  const { host, port, token, allowHost: hosts, allowOrigin: origins } = options;
  const stop = new AbortController();
  const services = makeServices(store, {
    guard: { host, token, hosts, origins },
    author: isLoopback(host) ? accountName() : null,
    stop: stop.signal,
  });
  const ended = signalled();
  const app = createApp(services);
  const server = await listen(app, { host, port });
  await print(`The desk is at ${server.address} (store ${store.where}). Ctrl-C ends it.\n`);
  if (options.examples) {
    const added = await addExamples(services.intake);
    if (added > 0) await print(`${added} example reports were read and kept; all in them is invented.\n`);
  }
  // Begun before the first question, which would wait for it; its failure is said to whoever asks.
  warm(app, services.guard, stop.signal).catch(() => {});
  services.feeds.watch(stop.signal);
  if (options.open) openBrowser(server.address);
  await ended;
  stop.abort();
  await server.close();
  await services.intake.close();
  return EXIT.ok;
}

/** Resolves with the first SIGINT or SIGTERM; a second one ends the process at once. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.once(signal, () => {
        process.once(signal, () => process.exit(EXIT.internal));
        resolve();
      });
  });
}

function accountName(): string | null {
  try {
    return userInfo().username || null;
  } catch {
    return null;
  }
}

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
  linux: ["xdg-open"],
};

/** Where no browser can be opened, the printed address is enough. */
function openBrowser(address: string): void {
  const opener = OPENERS[process.platform];
  if (!opener) return;
  const [command, ...args] = opener;
  const child = spawn(command, [...args, address], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}

function portOf(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535)
    throw new InvalidArgumentError("It must be a whole number from 0 to 65535.");
  return port;
}
