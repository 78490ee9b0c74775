import { Client, credentials, type ServiceError } from "@grpc/grpc-js";

/** Calls an RPC with bytes as they are; resolves to the response bytes. */
export function callWithBytes(address: string, path: string, request: Buffer): Promise<Buffer> {
  const options = { "grpc.max_receive_message_length": -1 };
  const client = new Client(address, credentials.createInsecure(), options);
  const asIs = (bytes: Buffer) => bytes;
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(path, asIs, asIs, request, (error: ServiceError | null, response?: Buffer) => {
      client.close();
      if (error === null) resolve(response!);
      else reject(error);
    });
  });
}
