import {
  experimental,
  ServerCredentials,
  ServerInterceptingCall,
  type ServerInterceptor,
  status,
} from "@grpc/grpc-js";
import { type Access, mayCall, refusal } from "./access.ts";
import type { TlsListener, TlsSource } from "./tls-source.ts";

/** Probes of an orchestrator carry no token. */
const openPaths = "/grpc.health.v1.Health/";

/** Refuses calls without a token in force, before their messages are read. No token asked for: no interceptor. */
export function createAccessInterceptors(access: Access): ServerInterceptor[] {
  if (access.tokens === undefined) return [];
  return [
    ({ path }, call) =>
      new ServerInterceptingCall(call, {
        start(next) {
          next({
            onReceiveMetadata(metadata, pass) {
              const [authorization] = metadata.get("authorization");
              if (path.startsWith(openPaths) || mayCall(access, authorization?.toString())) pass(metadata);
              else call.sendStatus({ code: status.UNAUTHENTICATED, details: refusal });
            },
          });
        },
      }),
  ];
}

/** Credentials of a gRPC server; connections that begin after a change of the files get what is in force then. */
export function createServerCredentials(tls: TlsSource | undefined): ServerCredentials {
  if (tls === undefined) return ServerCredentials.createInsecure();
  const provider = createProvider(tls);
  const asksForProof = tls.current.clientCa !== undefined;
  return experimental.createCertificateProviderServerCredentials(
    provider,
    asksForProof ? provider : null,
    asksForProof,
  );
}

function createProvider(tls: TlsSource): experimental.CertificateProvider {
  const known = new Map<unknown, TlsListener>();
  const add = (key: unknown, listener: TlsListener) => {
    known.set(key, listener);
    tls.listen(listener);
    // Before any connection, which a server without material would drop, but not at once: it does not listen to its
    // credentials yet.
    process.nextTick(() => listener(tls.current));
  };
  const remove = (key: unknown) => {
    const listener = known.get(key);
    if (listener !== undefined) tls.unlisten(listener);
    known.delete(key);
  };
  return {
    addIdentityCertificateListener: (update) =>
      add(update, ({ cert, key }) => update({ certificate: cert, privateKey: key })),
    removeIdentityCertificateListener: remove,
    addCaCertificateListener: (update) =>
      add(update, ({ clientCa }) => update(clientCa === undefined ? null : { caCertificate: clientCa })),
    removeCaCertificateListener: remove,
  };
}
