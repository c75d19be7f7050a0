import { z } from 'zod';

/** Items that report the same event. The contract of `throughline cluster`. */

export const ClusterCommandInput = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string().nullish(),
  publishedAt: z.string().nullish(),
  language: z.string().nullish(),
  publisher: z.string().nullish(),
  url: z.string().nullish(),
});
export type ClusterCommandInput = z.infer<typeof ClusterCommandInput>;

export const ClusterCommandOutput = z.object({
  id: z.string(),
  story: z.string(),
  duplicateOf: z.string().nullable(),
  updateOf: z.string().nullable(),
});
export type ClusterCommandOutput = z.infer<typeof ClusterCommandOutput>;
