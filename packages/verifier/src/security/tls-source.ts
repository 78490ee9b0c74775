import { loadTlsMaterial, type TlsFiles, type TlsMaterial } from "./tls-material.ts";
import { watchFiles } from "./watch-files.ts";

/** Takes material that new connections are to be made with. */
export type TlsListener = (material: TlsMaterial) => void;

/** The certificate, key and authorities in force now. */
export interface TlsSource {
  readonly current: TlsMaterial;
  /** Calls back with whatever comes into force after that. */
  listen(listener: TlsListener): void;
  unlisten(listener: TlsListener): void;
  close(): void;
}

/** What a source tells of changes of its files. */
export interface TlsNotices {
  onReload(): void;
  /** What was in force stays in force. */
  onRejected(message: string): void;
}

/**
 * TLS material of files, which may change while the server runs; undefined where no file is named. Files that cannot be
 * read or do not belong together change nothing, as in the middle of a replacement.
 *
 * @throws VerifierError INVALID_TLS where that is so at the start
 */
export function openTlsSource(files: TlsFiles, notices: TlsNotices): TlsSource | undefined {
  let current = loadTlsMaterial(files);
  if (current === undefined) return undefined;
  const listeners = new Set<TlsListener>();
  const reload = () => {
    const material = loadOrReject(files, notices);
    // Each of the files may tell of the same change.
    if (material === undefined || isSame(material, current)) return;
    current = material;
    for (const listener of listeners) listener(material);
    notices.onReload();
  };
  const { tlsCert, tlsKey, tlsClientCa } = files;
  const close = watchFiles(
    [tlsCert, tlsKey, tlsClientCa].filter((file) => file !== undefined),
    reload,
  );
  return {
    get current() {
      return current as TlsMaterial;
    },
    listen: (listener) => listeners.add(listener),
    unlisten: (listener) => listeners.delete(listener),
    close,
  };
}

function loadOrReject(files: TlsFiles, notices: TlsNotices): TlsMaterial | undefined {
  try {
    return loadTlsMaterial(files);
  } catch (error) {
    notices.onRejected(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

function isSame(material: TlsMaterial, other: TlsMaterial | undefined): boolean {
  const parts = ["cert", "key", "clientCa"] as const;
  return parts.every((part) => material[part]?.toString("latin1") === other?.[part]?.toString("latin1"));
}
