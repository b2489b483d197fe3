import { spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { ApiError, createClient, read } from "../../src/server/client.ts";
import { listen } from "../../src/server/index.ts";
import { folder, served } from "./fixture.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A request with headers that fetch does not let one set. */
async function raw(address: string, headers: Record<string, string>): Promise<number> {
  const sent = request(address, { headers }).end();
  const [response] = await once(sent, "response");
  response.resume();
  return response.statusCode;
}

describe("a server on a socket", () => {
  it("answers the typed client, and ends what it began when it stops", async () => {
    const stop = new AbortController();
    const { app } = await served(undefined, { stop: stop.signal });
    const server = await listen(app, { host: "127.0.0.1", port: 0 });
    onTestFinished(() => server.close(0));
    const api = createClient(`${server.address}api`, { author: "Zoë" });

    const page = await read(api.encounters.$get({ query: { actor: "Ada Lind", limit: 2 } }));
    expect(page.items[0]!.parties.map(({ id }) => id)).toContain("Ada Lind");
    const { answer } = { answer: await read(api.questions.last.$get({ query: { a: "Ada Lind", b: "Boris Vale" } })) };
    expect(answer.last?.date).toBe("2025-03-02");
    const { items } = await read(api.entries.$get({ query: { type: "contact" } }));
    const made = await read(api.changes.$post({ header: {}, json: { type: "confirm", key: items[0]!.key } }));
    expect(made.layer.author).toBe("Zoë");
    const failed = read(api.reports[":id"].$get({ param: { id: "0000000000" } }));
    await expect(failed).rejects.toBeInstanceOf(ApiError);
    await expect(failed).rejects.toMatchObject({ problem: { status: 404 } });

    expect(await raw(server.address, { Host: "evil.example" })).toBe(421);
    expect(await raw(`${server.address}api/info`, { Host: `127.0.0.1:${new URL(server.address).port}` })).toBe(200);

    const events = await fetch(`${server.address}api/events`);
    const text = events.text();
    stop.abort();
    await server.close();
    expect(await text).toContain("event: hello");
    await expect(fetch(server.address)).rejects.toThrow();
  });

  it("does not end with what browsers and others break off", async () => {
    const { app, services } = await served([]);
    const server = await listen(app, { host: "127.0.0.1", port: 0 });
    onTestFinished(() => server.close(0));
    const port = Number(new URL(server.address).port);
    for (const sent of [
      "GET / HTTP/1.1\r\n",
      "nonsense\r\n\r\n",
      "GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ]) {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => {});
      await once(socket, "connect");
      socket.write(sent);
      await new Promise((resolve) => setTimeout(resolve, 50));
      socket.destroy();
    }
    expect(await raw(`${server.address}api/info`, {})).toBe(200);
    await expect.poll(() => services.hub.listeners).toBe(0);
  });

  it("says why a port cannot be taken", async () => {
    const { app } = await served([]);
    const server = await listen(app, { host: "127.0.0.1", port: 0 });
    onTestFinished(() => server.close(0));
    const port = Number(new URL(server.address).port);
    await expect(listen(app, { host: "127.0.0.1", port })).rejects.toThrow(/another program listens there/);
  });
});

describe("chancery serve", () => {
  const start = (args: readonly string[]) => {
    const store = join(folder(), "desk.sqlite");
    const child = spawn(process.execPath, ["src/cli/main.ts", "serve", "--store", store, "--port", "0", ...args], {
      cwd: ROOT,
      env: { ...process.env, CHANCERY_TOKEN: "" },
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    let [out, errors] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (part) => {
      out += part;
    });
    child.stderr.setEncoding("utf8").on("data", (part) => {
      errors += part;
    });
    return { child, out: () => out, errors: () => errors };
  };

  it("prints its address, reads in threads, and ends well on SIGTERM", async () => {
    const { child, out } = start([]);
    await expect.poll(out, { timeout: 50_000 }).toContain("http://127.0.0.1:");
    const address = /http:\S+/.exec(out())![0];
    const api = createClient(`${address}api`);
    const text = "On Friday, Emmanuel Macron spoke by phone with Vladimir Putin, the Kremlin said.";
    const added = await read(api.reports.$post({ json: { text, published: "2025-12-21" } }));
    expect(added).toMatchObject({ new: true, entries: { contact: 1 } });
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
  });

  it("refuses to be open to others without a token", async () => {
    const { child, errors } = start(["--host", "0.0.0.0"]);
    expect(await once(child, "exit")).toEqual([2, null]);
    expect(errors()).toContain("--token");
  });
});
