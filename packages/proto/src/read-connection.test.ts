import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { connectionFlags, givenConnectionFlags } from "./connection-flags.ts";
import { readConnection } from "./read-connection.ts";

const folder = mkdtempSync(join(tmpdir(), "touchstone-connection-"));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** The token that a client would show now. */
function show({ token }: ReturnType<typeof readConnection>): string | undefined {
  return typeof token === "function" ? token() : token;
}

test.each([
  ["nothing", {}, {}, undefined],
  ["an empty variable", {}, { TOUCHSTONE_TOKEN: "" }, undefined],
  ["a variable", {}, { TOUCHSTONE_TOKEN: "from-the-environment\n" }, "from-the-environment"],
  ["a file", { tokenFile: write("one", "from-the-file\n") }, {}, "from-the-file"],
  [
    "a file of a server with several",
    { tokenFile: write("several", "\n# this month\r\n  first \nsecond\n") },
    { TOUCHSTONE_TOKEN: "" },
    "first",
  ],
])("the token of %s", (_, settings, environment, token) => {
  expect(show(readConnection(settings, environment))).toBe(token);
});

test("the token of a file changes with it; while there is none, the last one is shown", () => {
  const tokenFile = write("changing", "old");
  const connection = readConnection({ tokenFile }, {});
  expect(show(connection)).toBe("old");
  write("changing", "new");
  expect(show(connection)).toBe("new");
  for (const text of ["", "two words"]) {
    write("changing", text);
    expect(show(connection)).toBe("new");
  }
  rmSync(tokenFile);
  expect(show(connection)).toBe("new");
});

test.each([
  [{}, undefined],
  [{ tls: false }, undefined],
  [{ tls: true }, {}],
  [{ tlsCa: "ca.pem" }, { caFile: "ca.pem" }],
  [{ tls: true, tlsServerName: "verifier" }, { serverName: "verifier" }],
  [
    { tlsCa: "ca.pem", tlsCert: "c.pem", tlsKey: "c.key" },
    { caFile: "ca.pem", certFile: "c.pem", keyFile: "c.key" },
  ],
])("%j is TLS with %j", (settings, tls) => {
  expect(readConnection(settings, {}).tls).toEqual(tls);
});

test.each([
  [
    "a token twice",
    { tokenFile: write("twice", "secret-secret") },
    "other-token",
    /token_file or by TOUCHSTONE_TOKEN/,
  ],
  ["no such file", { tokenFile: join(folder, "nowhere") }, undefined, /Cannot read the token file .*nowhere/],
  ["a file without a token", { tokenFile: write("none", "# none\n") }, undefined, /no token in .*none/],
  ["a token of two words", { tokenFile: write("words", "secret secret") }, undefined, /visible ASCII/],
  ["a token that no header takes", {}, "s\u00e9cret", /TOUCHSTONE_TOKEN needs visible ASCII/],
  ["a certificate without a key", { tlsCert: "c.pem" }, undefined, /tls_cert and tls_key belong together/],
  ["a key without a certificate", { tlsKey: "c.key" }, undefined, /tls_cert and tls_key belong together/],
  ["TLS switched off beside an authority", { tls: false, tlsCa: "ca.pem" }, undefined, /tls is false/],
] as const)("%s is refused, without the token", (_, settings, token, message) => {
  const read = () => readConnection(settings, token === undefined ? {} : { TOUCHSTONE_TOKEN: token });
  expect(read).toThrow(message);
  expect(read).toThrow(expect.objectContaining({ code: "INVALID_OPTION" }));
  expect(read).not.toThrow(/s.cret/);
});

test("every setting is a flag, and no flag takes a token", () => {
  const given = { tokenFile: "t", tls: true, tlsCa: "a", tlsCert: "c", tlsKey: "k", tlsServerName: "n" };
  expect(givenConnectionFlags(given)).toEqual(connectionFlags.map(([flags]) => flags.split(" ")[0]));
  expect(givenConnectionFlags({})).toEqual([]);
});
