import { fileURLToPath } from "node:url";
import { loadSync, type Options, type PackageDefinition } from "@grpc/proto-loader";
import type { VerifierDefinition } from "./gen/touchstone/verifier/v1/Verifier.ts";

/** Folder to pass as include path to protoc and other generators. */
export const protoFolder = fileURLToPath(new URL("../proto/", import.meta.url));

/** Path of the contract below `protoFolder`. */
export const verifierProtoFile = "touchstone/verifier/v1/verifier.proto";

/** Fully qualified name of the service, as health checks and reflection spell it. */
export const verifierServiceName = "touchstone.verifier.v1.Verifier";

/** How messages look in JavaScript; the generated types in `gen/` are made with the same options. */
export const loaderOptions: Options = {
  keepCase: false,
  longs: Number,
  enums: String,
  defaults: true,
  oneofs: true,
  arrays: true,
  objects: true,
  includeDirs: [protoFolder],
};

/** The loaded contract, for a reflection service or a generic client. */
export const packageDefinition: PackageDefinition = loadSync(verifierProtoFile, loaderOptions);

/** The service definition: pass it to `Server.addService`. */
export const verifierService = packageDefinition[verifierServiceName] as unknown as VerifierDefinition;
