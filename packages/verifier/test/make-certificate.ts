import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Whether certificates can be made here. */
export const hasOpenssl = (() => {
  try {
    execFileSync("openssl", ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

/**
 * A certificate for 127.0.0.1, signed by `issuer` or (absent) by itself; in `name.pem` of the folder, its key in
 * `name.key`. Needs openssl on the path.
 */
export function makeCertificate(folder: string, name: string, issuer?: string, ...validity: string[]): void {
  const at = (file: string) => join(folder, file);
  const openssl = (...args: string[]) => execFileSync("openssl", args, { stdio: "ignore" });
  const key = [
    ...["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"],
    ...["-keyout", at(`${name}.key`), "-subj", `/CN=${name}`],
  ];
  if (issuer === undefined) {
    openssl("req", "-x509", ...key, "-days", "2", "-out", at(`${name}.pem`));
    return;
  }
  openssl("req", "-new", ...key, "-out", at(`${name}.csr`));
  writeFileSync(at("extensions"), "subjectAltName=IP:127.0.0.1\n");
  const signer = ["-CA", at(`${issuer}.pem`), "-CAkey", at(`${issuer}.key`), "-CAcreateserial"];
  const days = validity.length === 0 ? ["-days", "2"] : validity;
  const files = ["-in", at(`${name}.csr`), "-out", at(`${name}.pem`), "-extfile", at("extensions")];
  openssl("x509", "-req", ...files, ...signer, ...days);
}
