import type { FastifyHelmetOptions } from "@fastify/helmet";

/**
 * Headers for browsers: nothing from elsewhere, and no framing. Monaco writes style elements, hence the one
 * 'unsafe-inline'; TLS, and with it Strict-Transport-Security, is the business of a proxy in front.
 */
export const SECURITY_HEADERS: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", "data:"],
      fontSrc: ["'self'", "data:"],
      workerSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: "no-referrer" },
  strictTransportSecurity: false,
};
