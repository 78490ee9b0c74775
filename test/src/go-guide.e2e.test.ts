import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { protoFolder } from "@touchstone/proto";
import { startVerifierProcess } from "@touchstone/verifier";
import { afterAll, describe, expect, test } from "vitest";

const runFile = promisify(execFile);
const guide = readFileSync(new URL("../../docs/guides/go.md", import.meta.url), "utf8");
const block = (kind: string) => new RegExp(`^\`\`\`${kind}\n(.*?)^\`\`\``, "ms").exec(guide)![1]!;

/** Where Debian's packages put the sources of Go libraries. */
const debianSources = "/usr/share/gocode";
const grpcSources = join(debianSources, "src/google.golang.org/grpc");
const packages =
  "golang-go golang-google-grpc-dev golang-google-protobuf-dev protobuf-compiler protoc-gen-go protoc-gen-go-grpc";

const hasTools = await runFile("bash", [
  "-c",
  "go version && protoc --version && which protoc-gen-go protoc-gen-go-grpc",
]).then(
  () => existsSync(grpcSources),
  () => false,
);

/**
 * Debian's grpc-go with what a program of today needs beyond it, where it is an old one: files of `test/go` in place of its
 * own. Written as an overlay of `go build`, which leaves the sources alone.
 */
function writeOverlay(folder: string): string {
  const fixture = (name: string) => fileURLToPath(new URL(`../go/${name}`, import.meta.url));
  const overlay = join(folder, "overlay.json");
  const Replace = {
    [join(grpcSources, "new_client.go")]: fixture("new_client.go"),
    [join(grpcSources, "credentials/insecure/insecure.go")]: fixture("insecure.go"),
    [join(grpcSources, "encoding/proto/proto.go")]: fixture("codec.go"),
  };
  const isNew = existsSync(join(grpcSources, "credentials/insecure"));
  writeFileSync(overlay, JSON.stringify(isNew ? {} : { Replace }));
  return overlay;
}

const title = "the guide on Go";

describe.skipIf(!hasTools)(hasTools ? title : `${title}: apt-get install ${packages}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "go-guide-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("its stubs are generated, its program builds and prints what stands beside it", async () => {
    const project = join(folder, "src/example.com/grade");
    mkdirSync(project, { recursive: true });
    await runFile("bash", ["-euc", block("sh").replaceAll("../packages/proto/proto", protoFolder)], {
      cwd: project,
    });
    const server = await startVerifierProcess({ logLevel: "error", args: ["--workers", "1"] });
    try {
      writeFileSync(join(project, "main.go"), block("go").replaceAll("127.0.0.1:50051", server.address));
      const env = {
        ...process.env,
        GOPATH: `${folder}:${debianSources}`,
        GO111MODULE: "off",
        GOCACHE: join(folder, "cache"),
        GOFLAGS: "",
        CGO_ENABLED: "0",
      };
      await runFile("go", ["build", "-overlay", writeOverlay(folder), "-o", "grade", "."], {
        cwd: project,
        env,
      });
      const { stdout } = await runFile(join(project, "grade"), []);
      expect(stdout).toBe(block("text"));
    } finally {
      await server.stop();
    }
  });
});
