import { Command } from "commander";
import { expect, test } from "vitest";
import { defineServe } from "../commands/define-serve.ts";
import { resolveServeOptions } from "./serve-options.ts";

test("strings from flags become numbers", () => {
  expect(resolveServeOptions({ port: "0", maxItems: "10" })).toMatchObject({
    port: 0,
    maxItems: 10,
    host: "127.0.0.1",
  });
});

test("everything wrong is named at once, under the names of the flags", () => {
  const resolve = () => resolveServeOptions({ port: "x", maxItems: -1, maxMessageMib: 5000 });
  expect(resolve).toThrow(/--port must be a whole number from 0 to 65535/);
  expect(resolve).toThrow(/--max-items must be/);
  expect(resolve).toThrow(/--max-message-mib must be a whole number from 1 to 2047/);
  expect(() => resolveServeOptions({ portt: 1 } as object)).toThrow(/portt/);
});

test("the help of serve names every setting with its true default", () => {
  const program = new Command();
  defineServe(program);
  const help = program.commands[0]!.helpInformation().replace(/\s+/g, " ");
  for (const [name, value] of Object.entries(resolveServeOptions())) {
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    expect(help).toContain(flag);
    expect(help.slice(help.indexOf(`${flag} `))).toMatch(new RegExp(`^[^(]*\\(default: ${value}\\)`));
  }
});
