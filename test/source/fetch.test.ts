import type { RequestListener } from "node:http";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { FetchError } from "../../src/record/errors.ts";
import { type FetchOptions, fetchBytes, type Resolve } from "../../src/source/fetch.ts";
import { loadReport } from "../../src/source/load.ts";
import { serve, type TestServer } from "./server.ts";

const open: TestServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function start(listener: RequestListener): Promise<TestServer> {
  const server = await serve(listener);
  open.push(server);
  return server;
}

/** Every name leads to this machine, and what was asked is counted. */
function loopbackNames(): { readonly resolve: Resolve; readonly asked: string[] } {
  const asked: string[] = [];
  const resolve: Resolve = async (host) => {
    asked.push(host);
    return [{ address: "127.0.0.1", family: 4 }];
  };
  return { resolve, asked };
}

const allow: FetchOptions = { allowPrivate: true };
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe("an address", () => {
  test("gives its bytes, its type and where it led", async () => {
    const server = await start((_, response) => {
      response.setHeader("Content-Type", "text/plain; charset=windows-1252");
      response.end(Buffer.from("caf\xe9", "latin1"));
    });
    const fetched = await fetchBytes(`${server.origin}/a.txt#part`, allow);
    expect(fetched).toMatchObject({
      address: `${server.origin}/a.txt`,
      contentType: "text/plain; charset=windows-1252",
    });
    const report = await loadReport(`${server.origin}/a.txt`, allow);
    expect(report).toMatchObject({ text: "café", kind: "text", address: `${server.origin}/a.txt` });
  });

  test.each([
    ["gzip", gzipSync("page")],
    ["deflate", deflateSync("page")],
    ["br", brotliCompressSync("page")],
  ])("packed with %s is unpacked", async (encoding, body) => {
    const server = await start((_, response) => response.setHeader("Content-Encoding", encoding).end(body));
    expect(text((await fetchBytes(server.origin, allow)).bytes)).toBe("page");
  });

  test.each([
    ["ftp://example.org/", /only http and https/],
    ["file:///etc/passwd", /only http and https/],
    ["http://user:secret@example.org/", /user name or password/],
    ["http://", /not an address/],
  ])("%s is refused", async (where, message) => {
    await expect(fetchBytes(where, allow)).rejects.toThrow(message);
  });

  test.each([403, 404, 500])("that answers %i says so", async (status) => {
    const server = await start((_, response) => response.writeHead(status).end("x"));
    await expect(fetchBytes(server.origin, allow)).rejects.toThrow(new RegExp(`answered ${status}`));
  });

  test("that nobody listens on says so", async () => {
    const server = await serve(() => {});
    await server.close();
    await expect(fetchBytes(server.origin, allow)).rejects.toThrow(/cannot be reached: the connection was refused/);
  });

  test("that speaks no HTTP, or breaks off, is a FetchError", async () => {
    const server = await start((request) => request.socket.end("SSH-2.0-OpenSSH\r\n"));
    await expect(fetchBytes(server.origin, allow)).rejects.toThrow(FetchError);
    const cut = await start((_, response) => {
      response.writeHead(200, { "Content-Length": "1000" }).write("half");
      setTimeout(() => response.destroy(), 20);
    });
    await expect(fetchBytes(cut.origin, allow)).rejects.toThrow(FetchError);
  });
});

describe("private hosts", () => {
  test.each([
    "http://127.0.0.1/",
    "http://localhost/",
    "http://2130706433/",
    "http://017700000001/",
    "http://0x7f.1/",
    "http://127.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
    "http://192.168.0.1:8080/",
    "http://0.0.0.0/",
    "http://0/",
    "http://[fe80::1]/",
    "http://[fd00::1]/",
  ])("%s is refused", async (where) => {
    await expect(fetchBytes(where, { timeLimit: 5000 })).rejects.toThrow(/refused unless --allow-private/);
  });

  test("a name is refused by where it leads", async () => {
    const { resolve } = loopbackNames();
    await expect(fetchBytes("http://news.example/", { resolve })).rejects.toThrow(
      /news\.example leads to 127\.0\.0\.1/,
    );
  });

  test("a redirect is checked as the address itself", async () => {
    const targets = [
      "http://second.example",
      "http://127.0.0.1",
      "http://[::1]",
      "http://169.254.169.254",
      "http://2130706433",
    ];
    for (const target of targets) {
      const server = await start((_, response) => response.writeHead(302, { Location: `${target}/` }).end());
      const { resolve } = loopbackNames();
      const options = { resolve, allowPrivate: ["first.example"] };
      await expect(fetchBytes(`http://first.example:${server.port}/`, options)).rejects.toThrow(/refused unless/);
    }
  });

  test("a redirect to another scheme is refused", async () => {
    const server = await start((_, response) => response.writeHead(302, { Location: "file:///etc/passwd" }).end());
    await expect(fetchBytes(server.origin, allow)).rejects.toThrow(/only http and https/);
  });

  test("a name is looked up once, and the checked address is the one connected to", async () => {
    const server = await start((request, response) => response.end(request.headers.host));
    const { resolve, asked } = loopbackNames();
    const fetched = await fetchBytes(`http://nowhere.invalid:${server.port}/`, { ...allow, resolve });
    expect(text(fetched.bytes)).toBe(`nowhere.invalid:${server.port}`);
    expect(asked).toEqual(["nowhere.invalid"]);
  });
});

describe("limits", () => {
  test("five redirects are followed, a sixth is not", async () => {
    const server = await start((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end("there");
      else response.writeHead(301, { Location: `/${left - 1}` }).end();
    });
    const fetched = await fetchBytes(`${server.origin}/5`, allow);
    expect(fetched).toMatchObject({ address: `${server.origin}/0` });
    await expect(fetchBytes(`${server.origin}/6`, allow)).rejects.toThrow(/redirects more than 5 times/);
  });

  test("an answer larger than the limit is refused, announced or not", async () => {
    const options = { ...allow, maxBytes: 100_000 };
    const announced = await start((_, response) => response.end(Buffer.alloc(200_000)));
    await expect(fetchBytes(announced.origin, options)).rejects.toThrow(/larger than/);
    const endless = await start((_, response) => {
      const timer = setInterval(() => response.write(Buffer.alloc(65_536)), 1);
      response.on("close", () => clearInterval(timer));
    });
    await expect(fetchBytes(endless.origin, options)).rejects.toThrow(/larger than/);
  });

  test("a decompression bomb is refused before it is unpacked", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const server = await start((_, response) => response.setHeader("Content-Encoding", "gzip").end(bomb));
    await expect(fetchBytes(server.origin, allow)).rejects.toThrow(/unpacks to many times its size|larger than/);
    const twice = await start((_, response) =>
      response.setHeader("Content-Encoding", "gzip, gzip").end(gzipSync(bomb)),
    );
    await expect(fetchBytes(twice.origin, allow)).rejects.toThrow(/packed as "gzip, gzip"/);
    const broken = await start((_, response) => response.setHeader("Content-Encoding", "gzip").end("not gzip"));
    await expect(fetchBytes(broken.origin, allow)).rejects.toThrow(/packed wrongly/);
  });

  test("a slow answer and no answer end with the time", async () => {
    const options = { ...allow, timeLimit: 400 };
    const slow = await start((_, response) => {
      const timer = setInterval(() => response.write("."), 20);
      response.on("close", () => clearInterval(timer));
    });
    await expect(fetchBytes(slow.origin, options)).rejects.toThrow(/did not answer in full within 0\.4 seconds/);
    const silent = await start(() => {});
    await expect(fetchBytes(silent.origin, options)).rejects.toThrow(/did not answer in full/);
    const resolve: Resolve = () => new Promise(() => {});
    const keepAlive = setTimeout(() => {}, 10_000);
    await expect(fetchBytes("http://never.example/", { ...options, resolve })).rejects.toThrow(
      /did not answer in full/,
    );
    clearTimeout(keepAlive);
  });

  test("headers without end are refused", async () => {
    const server = await start((request) => {
      request.socket.write("HTTP/1.1 200 OK\r\n");
      for (let i = 0; i < 2000; i++) request.socket.write(`X-${i}: ${"a".repeat(100)}\r\n`);
    });
    await expect(fetchBytes(server.origin, { ...allow, timeLimit: 5000 })).rejects.toThrow(/headers are too long/);
  });
});
