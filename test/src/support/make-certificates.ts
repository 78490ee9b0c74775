import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Files of an authority, of a server of the given name, and of a client, all valid for two days. */
export interface Certificates {
  readonly authority: string;
  readonly server: { readonly certificate: string; readonly key: string };
  readonly client: { readonly certificate: string; readonly key: string };
}

/** Whether certificates can be made here. */
export function hasOpenssl(): boolean {
  try {
    execFileSync("openssl", ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Makes certificates in a folder; needs openssl on the path. */
export function makeCertificates(folder: string, serverName: string): Certificates {
  const at = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync("openssl", args, { stdio: "ignore" });
  const newKey = (name: string) => [
    ...["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"],
    ...["-keyout", at(`${name}.key`), "-subj", `/CN=${name}`],
  ];
  openssl("req", "-x509", ...newKey("authority"), "-days", "2", "-out", at("authority.pem"));
  writeFileSync(at("extensions"), `subjectAltName=DNS:${serverName}\n`);
  const sign = (name: string) => {
    openssl("req", "-new", ...newKey(name), "-out", at(`${name}.csr`));
    const signer = ["-CA", at("authority.pem"), "-CAkey", at("authority.key"), "-CAcreateserial"];
    const files = ["-in", at(`${name}.csr`), "-out", at(`${name}.pem`), "-extfile", at("extensions")];
    openssl("x509", "-req", ...files, ...signer, "-days", "2");
    return { certificate: at(`${name}.pem`), key: at(`${name}.key`) };
  };
  return { authority: at("authority.pem"), server: sign("server"), client: sign("client") };
}
