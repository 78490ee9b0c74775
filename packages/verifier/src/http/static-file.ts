/** A reply that is always the same. */
export interface StaticFile {
  readonly path: string;
  readonly contentType: string;
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}
