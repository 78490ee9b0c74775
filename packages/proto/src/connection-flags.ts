// Apart from the client, so that help texts load no network code.

/** How a program reaches a verifier, as its flags or its config say it. Everything is optional: plain text, no token. */
export interface ConnectionSettings {
  /** File whose first token is shown with every call. */
  readonly tokenFile?: string | undefined;
  /** Speak TLS and trust the authorities of the system. Any of the following speaks TLS too. */
  readonly tls?: boolean | undefined;
  /** Authorities to trust instead, PEM. */
  readonly tlsCa?: string | undefined;
  /** Certificate to show and its key, PEM (mutual TLS). */
  readonly tlsCert?: string | undefined;
  readonly tlsKey?: string | undefined;
  /** Name to expect in the server's certificate, where it is not that of the address. */
  readonly tlsServerName?: string | undefined;
}

/** Environment variable with the token of a client. There is no flag for it: a command line is open to the whole machine. */
export const tokenVariable = "TOUCHSTONE_TOKEN";

/** Flags of a command that reaches a verifier, each with its help text; they parse to ConnectionSettings. */
export const connectionFlags: readonly (readonly [flags: string, description: string])[] = [
  [
    "--token-file <file>",
    `file with the token to show the verifier (default: that in ${tokenVariable}, if any)`,
  ],
  ["--tls", "reach the verifier over TLS, trusting the authorities of the system"],
  ["--tls-ca <file>", "reach it over TLS, trusting these authorities, PEM"],
  ["--tls-cert <file>", "certificate to show it, PEM (mutual TLS)"],
  ["--tls-key <file>", "private key of that certificate, PEM"],
  ["--tls-server-name <name>", "name to expect in its certificate, where it is not that of the address"],
];

/** The flags that were given, to be refused where nothing is reached. */
export function givenConnectionFlags(settings: ConnectionSettings): string[] {
  const names = ["tokenFile", "tls", "tlsCa", "tlsCert", "tlsKey", "tlsServerName"] as const;
  return names
    .filter((name) => settings[name] !== undefined)
    .map((name) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
}
