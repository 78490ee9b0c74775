import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startVerifierProcess, type VerifierProcess } from "../src/start-process.ts";
import { findChromium } from "./find-chromium.ts";

const executablePath = findChromium();
const folder = mkdtempSync(join(tmpdir(), "touchstone-page-"));
afterAll(() => rmSync(folder, { recursive: true }));
const tokenFile = join(folder, "tokens");
const first = "first-token-0123456789";
const second = "second-token-987654321";

describe.skipIf(executablePath === undefined)("the page of a server that asks for tokens", () => {
  let server: VerifierProcess;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let problems: string[];
  let urls: string[];

  beforeAll(async () => {
    writeFileSync(tokenFile, first);
    const args = ["--http-port", "0", "--token-file", tokenFile];
    server = await startVerifierProcess({ logLevel: "error", args });
    browser = await chromium.launch({ executablePath: executablePath!, args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  beforeEach(async () => {
    writeFileSync(tokenFile, first);
    context = await browser.newContext();
    page = await context.newPage();
    problems = [];
    urls = [];
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("request", (request) => urls.push(request.url()));
    await page.goto(`http://${server.httpAddress}/`);
    await page.locator("#token-section").waitFor();
  });
  afterEach(async () => {
    await context.close();
    expect(problems).toEqual([]);
    expect(urls.filter((url) => url.includes("token-"))).toEqual([]);
  });

  const note = () => page.locator("#token-note").innerText();
  const isAsked = () => page.locator("#token-section").isVisible();
  const stored = () => page.evaluate<string | null>("sessionStorage.getItem('touchstone-token')");

  async function give(token: string): Promise<void> {
    await page.fill("#token", token);
    await page.press("#token", "Enter");
  }

  /** Gives the first token, again while the file is still being read. */
  async function enter(): Promise<void> {
    await expect
      .poll(
        async () => {
          if (await isAsked()) await give(first);
          return page.locator("#server").innerText();
        },
        { timeout: 10_000 },
      )
      .toMatch(/^Version/);
  }

  test("asks for one at once, says why, and has the cursor there", async () => {
    await expect.poll(note).toContain("This server asks for a token");
    expect(await page.evaluate("document.activeElement.id")).toBe("token");
    expect(await page.locator("#error").innerText()).toBe("");
    expect(await page.locator("label[for=token]").count()).toBe(1);
  });

  test("says that a wrong one is refused, keeps nothing of it, and asks again", async () => {
    await give(`${first}x`);
    await expect.poll(note).toContain("does not accept this token");
    expect([await isAsked(), await stored()]).toEqual([true, null]);
  });

  test("says what a token is, where one could not be sent", async () => {
    for (const token of ["", "two words", "s\u00e9same-s\u00e9same-s\u00e9same"]) {
      await give(token);
      await expect.poll(note).toContain("visible ASCII");
      expect(await stored()).toBeNull();
    }
  });

  test("judges with the right one, which stays in this tab's session alone", async () => {
    await enter();
    expect([await isAsked(), await stored()]).toEqual([false, first]);
    await page.click("#example");
    await expect.poll(() => page.locator("#verdict").innerText()).toBe("correct equal");
    expect(await page.inputValue("#token")).toBe("");
    expect(await page.evaluate("localStorage.length")).toBe(0);
    expect(await context.cookies()).toEqual([]);

    await page.reload();
    await expect.poll(() => page.locator("#server").innerText()).toMatch(/^Version/);
    expect(await isAsked()).toBe(false);

    const other = await context.newPage();
    await other.goto(`http://${server.httpAddress}/`);
    await other.locator("#token-section").waitFor();
  });

  test("asks anew when the token is not in force any more", async () => {
    await enter();
    writeFileSync(tokenFile, second);
    await expect
      .poll(
        async () => {
          if (!(await isAsked())) await page.click("#refresh");
          return note();
        },
        { timeout: 10_000 },
      )
      .toContain("does not accept this token");
    expect(await stored()).toBeNull();
    await give(second);
    await expect.poll(stored).toBe(second);
    await expect.poll(isAsked).toBe(false);
  });

  test("works where the browser keeps nothing for pages, and asks again after a reload", async () => {
    await context.addInitScript(
      "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
    );
    for (const _ of ["first visit", "after a reload"]) {
      await page.reload();
      await page.locator("#token-section").waitFor();
      await enter();
      await page.click("#example");
      await expect.poll(() => page.locator("#verdict").innerText()).not.toBe("");
    }
  });

  test("forgets it when told to", async () => {
    await enter();
    await page.click("#forget");
    expect([await isAsked(), await stored(), await page.isVisible("#forget")]).toEqual([true, null, false]);
    await page.reload();
    await expect.poll(note).toContain("This server asks for a token");
  });
});
