import { ServerCredentials, ServerInterceptingCall, type ServerInterceptor, status } from "@grpc/grpc-js";
import { type Access, mayCall, refusal } from "./access.ts";
import type { TlsMaterial } from "./tls-material.ts";

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

/** Credentials of a gRPC server. */
export function createServerCredentials(tls: TlsMaterial | undefined): ServerCredentials {
  if (tls === undefined) return ServerCredentials.createInsecure();
  const { cert, key, clientCa } = tls;
  return ServerCredentials.createSsl(
    clientCa ?? null,
    [{ cert_chain: cert, private_key: key }],
    clientCa !== undefined,
  );
}
