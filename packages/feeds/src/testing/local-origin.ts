import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on loopback for one test. */
export interface LocalOrigin {
  url: string;
  /** `127.0.0.1:port`, as an allow list names it. */
  host: string;
  server: Server;
  close(): Promise<void>;
}

export async function startOrigin(listener: RequestListener, address = '127.0.0.1'): Promise<LocalOrigin> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${address}:${port}`,
    host: `${address}:${port}`,
    server,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
