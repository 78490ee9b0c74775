import { createVerifierClient } from "@touchstone/proto";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startVerifierProcess, type VerifierProcess } from "../src/start-process.ts";
import { findChromium } from "./find-chromium.ts";

const executablePath = findChromium();

describe.skipIf(executablePath === undefined)("the built-in page in Chromium", () => {
  let server: VerifierProcess;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];
  const foreign: string[] = [];

  beforeAll(async () => {
    server = await startVerifierProcess({ logLevel: "error", args: ["--http-port", "0"] });
    const client = createVerifierClient({ address: server.address });
    await client.importDifficulty({
      policyStream: "run-1",
      problems: [1, 2, 15].map((correct) => ({ problemId: `p${correct}`, rollouts: 16, correct })),
    });
    client.close();
    browser = await chromium.launch({ executablePath: executablePath!, args: ["--no-sandbox"] });
    page = await (await browser.newContext({ colorScheme: "dark" })).newPage();
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(`http://${server.httpAddress}/`) && !url.startsWith("data:")) foreign.push(url);
    });
    await page.goto(`http://${server.httpAddress}/`);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test("asks for no token where the server asks for none", async () => {
    await expect.poll(() => text("#server")).toMatch(/^Version/);
    for (const id of ["#token-section", "#forget"])
      expect([id, await page.isVisible(id)]).toEqual([id, false]);
  });

  const text = (selector: string) => page.locator(selector).innerText();

  async function judge(gold: string, response: string): Promise<void> {
    await page.fill("#gold", gold);
    await page.fill("#response", response);
    const replied = page.waitForResponse((reply) => reply.url().endsWith("CheckSteps"));
    await page.focus("#response");
    await page.keyboard.press("Control+Enter");
    await replied;
    await page.locator("#verdict .badge").waitFor();
  }

  test("shows what was taken as the answer, both normal forms, and the verdict", async () => {
    await judge("\\frac{1}{2}", "First 2/4.\nSo the answer is \\boxed{0.5}.");
    await expect.poll(() => text("#verdict")).toBe("correct equal");
    expect(await text("#extraction mark")).toBe("0.5");
    const facts = await page.locator("#facts dd").allInnerTexts();
    expect(facts.slice(0, 4)).toEqual(["0.5 (box)", "1/2", "1/2", "rational"]);
  });

  test("colours a wrong step and says what should stand there", async () => {
    await judge("12", "3 * 4 = 13 apples.\n13 - 1 = 12 apples.\n#### 12");
    await expect.poll(() => page.locator("#steps li").count()).toBeGreaterThan(1);
    const classes = await page
      .locator("#steps li")
      .evaluateAll((items) => items.map((item) => item.className));
    expect(classes.slice(0, 2)).toEqual(["bad", "good"]);
    expect(await text("#steps li >> nth=0")).toContain("wrong · arithmetic: expected 12");
    expect(await text("#coherence")).toMatch(/^invalid/);
  });

  test("a failure is no verdict", async () => {
    await judge("", "\\boxed{1}");
    await expect.poll(() => text("#verdict")).toMatch(/^could not be judged/);
    expect(await page.locator("#verdict .open").count()).toBe(1);
  });

  test("text is never markup", async () => {
    const attack =
      '<img src=x onerror="document.title=1"><script>document.title=1</script> \\boxed{<b>1</b>}';
    await judge("<b>1</b>", attack);
    await expect.poll(() => text("#extraction")).toBe(attack);
    expect(await page.locator("#extraction img, #extraction script, #facts b, #steps img").count()).toBe(0);
    expect(await page.title()).toBe("Touchstone verifier");
  });

  test("three examples, one after the other", async () => {
    const verdicts: string[] = [];
    for (let click = 0; click < 3; click++) {
      const replied = page.waitForResponse((reply) => reply.url().endsWith("CheckSteps"));
      await page.click("#example");
      await (await replied).finished();
      await expect.poll(() => text("#extraction")).toBe(await page.inputValue("#response"));
      verdicts.push(await text("#verdict"));
    }
    expect(verdicts).toEqual(["correct equal", "incorrect different", "incorrect unfinished_reasoning"]);
  });

  test("the ledger's histogram", async () => {
    expect(await page.inputValue("#stream")).toBe("run-1");
    expect(await text("#ledger-note")).toMatch(/^3 problems/);
    const bars = await page.locator("#histogram svg").getAttribute("aria-label");
    expect(bars).toContain("0 to 0.1: 0, 0.1 to 0.2: 2,");
    expect(bars).toContain("0.8 to 0.9: 1,");
  });

  test("every control is reached by the keyboard and has a name", async () => {
    await page.locator("body").focus();
    const names: string[] = [];
    await page.evaluate("document.activeElement.blur()");
    for (let press = 0; press < 10; press++) {
      await page.keyboard.press("Tab");
      names.push(await page.evaluate<string>("document.activeElement.id"));
    }
    expect(names).toEqual(
      expect.arrayContaining(["gold", "problem", "response", "place", "example", "stream"]),
    );
    for (const id of ["gold", "problem", "response", "place", "stream"]) {
      expect([id, await page.locator(`label[for=${id}]`).count()]).toEqual([id, 1]);
    }
  });

  test("light and dark differ", async () => {
    const background = () => page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    const dark = await background();
    await page.emulateMedia({ colorScheme: "light" });
    expect(await background()).not.toBe(dark);
  });

  test("nothing went wrong on the way, and nothing left this server", () => {
    expect(problems).toEqual([]);
    expect(foreign).toEqual([]);
  });
});
