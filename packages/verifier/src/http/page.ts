import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { StaticFile } from "./static-file.ts";

/** The built-in page. It may run its own script and style, talk to this server, and nothing else. */
export function loadPage(): StaticFile {
  const html = readFileSync(new URL("../../page/index.html", import.meta.url), "utf8");
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(html, "script")}`,
    `style-src ${hashOf(html, "style")}`,
    "img-src data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  return {
    path: "/",
    contentType: "text/html; charset=utf-8",
    body: Buffer.from(html),
    headers: {
      "content-security-policy": policy,
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
    },
  };
}

function hashOf(html: string, element: "script" | "style"): string {
  const start = html.indexOf(`<${element}>`) + element.length + 2;
  const content = html.slice(start, html.indexOf(`</${element}>`, start));
  return `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
}
