import { expect, test } from "vitest";
import { createListenFailure } from "./listen-failure.ts";

test.each([
  ["listen EADDRINUSE: address already in use 127.0.0.1:8080", /another --http-port/],
  ["listen EADDRNOTAVAIL: address not available 10.99.99.99:8080", /--host an address of this machine/],
  ["Name resolution failed for target dns:nowhere.invalid:0", /--host an address of this machine/],
  ["getaddrinfo ENOTFOUND nowhere.invalid", /--host an address of this machine/],
  ["listen EACCES: permission denied 0.0.0.0:80", /--http-port from 1024 on/],
])("%s", (reason, advice) => {
  const error = createListenFailure("127.0.0.1:8080 for HTTP", "--http-port", new Error(reason));
  expect(error).toMatchObject({ code: "LISTEN_FAILED" });
  expect(error.message).toContain(`Cannot listen on 127.0.0.1:8080 for HTTP (${reason})`);
  expect(error.message).toMatch(advice);
});
